// Asks the search of a built site what readers ask, as the page does it, and
// fails when what they look for does not come first.
//
//   node scripts/browser/search.mjs SITE [QUERY …]
//
// With queries it shows what comes first for them instead.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import vm from 'node:vm';

const GLOSSARY = 'reference/glossary.html';
/** A query, and the pages of which one must come first; the glossary may explain any word. */
const EXPECTED = [
  ['log loss', 'classification/binary_cross_entropy'],
  ['BCE', 'classification/binary_cross_entropy'],
  ['L2 loss', 'regression/mse', 'interview/what_is_a_loss'],
  ['L1 loss', 'regression/mae', 'interview/what_is_a_loss'],
  ['softmax loss', 'classification/categorical_cross_entropy'],
  ['SVM loss', 'classification/hinge'],
  ['max margin', 'classification/hinge'],
  ['KLD', 'distributions/kl_divergence'],
  ['relative entropy', 'distributions/kl_divergence'],
  ['reverse KL mode seeking', 'distributions/kl_divergence', 'interview/where_kl_appears'],
  ['siamese', 'embeddings/contrastive'],
  ['NT-Xent', 'beyond/info_nce', 'embeddings/contrastive'],
  ['semi-hard negative', 'embeddings/triplet'],
  ['smooth l1', 'regression/huber'],
  ['quantile loss', 'beyond/pinball'],
  ['perplexity', 'classification/categorical_cross_entropy', 'interview/what_loss_do_llms_use'],
  ['label smoothing', 'classification/categorical_cross_entropy', 'interview/imbalance_noise_calibration'],
  ['vanishing gradient sigmoid', 'interview/mse_for_binary_classification', 'interview/why_cross_entropy', 'classification/binary_cross_entropy'],
  ['NaN loss', 'interview/stuck_at_this_number', 'reference/numerical_stability', 'interview/gradients_in_practice'],
  ['logsumexp', 'reference/numerical_stability', 'classification/categorical_cross_entropy'],
  ['outlier', 'regression/mse', 'regression/mae', 'regression/huber', 'interview/mae_mse_or_huber', 'interview/which_loss'],
  ['class imbalance', 'interview/imbalance_noise_calibration', 'beyond/focal'],
  ['RLHF', 'beyond/preference', 'beyond/policy_gradient', 'interview/where_kl_appears'],
  ['DPO', 'beyond/preference'],
  ['gradient clipping', 'interview/gradients_in_practice'],
  ['jaccard', 'beyond/dice_and_iou'],
  ['earth mover', 'beyond/wasserstein'],
  ['ELBO', 'distributions/kl_divergence', 'interview/where_kl_appears', 'beyond/generative_models'],
  ['ignore_index padding', 'classification/categorical_cross_entropy', 'interview/what_loss_do_llms_use'],
  ['0.693', 'interview/stuck_at_this_number', 'classification/binary_cross_entropy'],
  ['temperature', 'embeddings/contrastive', 'classification/categorical_cross_entropy', 'beyond/info_nce'],
  ['censored targets', 'regression/mse'],
  ['PU learning', 'interview/imbalance_noise_calibration'],
  ['normalized entropy', 'classification/binary_cross_entropy'],
  ['leave one out', 'classification/hinge'],
  ['cost matrix', 'interview/imbalance_noise_calibration'],
  ['Matryoshka', 'beyond/info_nce'],
  ['multi-token prediction', 'interview/what_loss_do_llms_use'],
  ['logit adjustment', 'interview/imbalance_noise_calibration'],
  ['hinge loss GAN', 'beyond/generative_models'],
  ['unlikelihood', 'interview/what_loss_do_llms_use'],
  ['odds ratio', 'classification/binary_cross_entropy'],
  ['RMSLE', 'regression/mse'],
  ['negative R squared', 'regression/mse'],
  ['KL infinite', 'distributions/kl_divergence'],
  ['L1 vs L2 loss', 'interview/what_is_a_loss', 'interview/mae_mse_or_huber', 'regression/mae', 'regression/mse'],
  ['cross-entropy vs. KL', 'distributions/kl_divergence', 'comparison'],
  ['RMSE versus MAE', 'regression/mae', 'regression/mse', 'interview/mae_mse_or_huber'],
  ['R2', 'regression/mse'],
];

const [folder, ...queries] = process.argv.slice(2);
if (!folder) stop('usage: node search.mjs SITE [QUERY …]');
const search = await searchOf(folder);
if (queries.length > 0) queries.forEach(show);
else judge();

function judge() {
  const missed = EXPECTED.filter(([query, ...pages]) => {
    const first = search(query)[0];
    return !pages.some((page) => first?.startsWith(`${page}.html`)) && !first?.startsWith(GLOSSARY);
  });
  for (const [query, ...pages] of missed) {
    console.log(`\n${pages.map((page) => `${page}.html`).join(' or ')} should come first:`);
    show(query);
  }
  console.log(`search: ${EXPECTED.length} queries, ${missed.length} without what they look for in the first place`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

function show(query) {
  const results = search(query);
  console.log(`“${query}”: ${results.length} results`);
  for (const address of results.slice(0, 5)) console.log(`  ${address}`);
}

/** The search of a site: the addresses for a query, the best first. */
async function searchOf(site) {
  const files = await readdir(site);
  const code = (start) => {
    const file = files.find((name) => name.startsWith(start) && name.endsWith('.js'));
    if (!file) stop(`${site} has no ${start}*.js: build it with \`cargo book build\``);
    return readFile(join(site, file), 'utf8');
  };
  const context = vm.createContext({ window: { search: {} } });
  for (const start of ['elasticlunr-', 'searchindex-']) vm.runInContext(await code(start), context);
  const { elasticlunr: global, window: { elasticlunr: inWindow, search: { index, doc_urls: urls, search_options: options } } } = context;
  const elasticlunr = global ?? inWindow;
  // The words that the page passes over, too.
  const theme = await readFile(new URL('../../theme/search.js', import.meta.url), 'utf8');
  elasticlunr.addStopWords(JSON.parse(/addStopWords\((\[.*?\])\)/.exec(theme)[1].replaceAll("'", '"')));
  const loaded = elasticlunr.Index.load(index);
  return (query) => loaded.search(query.trim(), options).map(({ ref }) => urls[ref]);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
