// What the pages Progress and Review share about time.
'use strict';

/** The day of a time, where the reader is. */
const dayOf = (time) => new Date(time).toLocaleDateString('sv');

/** The first answer of each day: a second try says little about what is remembered. */
const firstOfDays = (log) => log.filter(([time], at) => !at || dayOf(time) !== dayOf(log[at - 1][0]));

/** Whether the last of these days began with an answer that was not right. */
const isWeak = (log) => log.length > 0 && firstOfDays(log).at(-1)[1] < window.lossQuiz.RIGHT;
