"""Imports the deck with Anki's own library: every question arrives as a card,
a second import adds none, and an edited question updates its card in place.

    python check.py DECK
"""

import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportCsvRequest


def main(deck: Path) -> None:
    text = deck.read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            arrives(collection, deck, rows)
            second_import_adds_none(collection, deck, rows)
            edit_updates(collection, Path(folder), text, rows)
        finally:
            collection.close()
    print(f"anki: {len(rows)} cards arrive, a second import adds none, an edit updates its card")


def arrives(collection: Collection, deck: Path, rows: list[list[str]]) -> None:
    load(collection, deck)
    guids = {note.guid for note in notes(collection)}
    expect(guids == {row[0] for row in rows}, "every question arrives under its id")
    for note in notes(collection):
        row = next(row for row in rows if row[0] == note.guid)
        expect(note.fields == row[3:], f"{note.guid}: front and back arrive as written")
        expect(set(note.tags) == set(row[2].split()), f"{note.guid}: the tags arrive")
        decks = {collection.decks.name(card.did) for card in note.cards()}
        expect(decks == {row[1]}, f"{note.guid}: it lies in the deck of its page")


def second_import_adds_none(collection: Collection, deck: Path, rows: list[list[str]]) -> None:
    load(collection, deck)
    expect(len(notes(collection)) == len(rows), "a second import adds no card")


def edit_updates(collection: Collection, folder: Path, text: str, rows: list[list[str]]) -> None:
    first = rows[0]
    edited = folder / "edited.txt"
    edited.write_text(text.replace("\t".join(first), "\t".join([*first[:4], "<p>edited</p>"])), encoding="utf-8")
    load(collection, edited)
    expect(len(notes(collection)) == len(rows), "an edited question adds no card")
    note = next(note for note in notes(collection) if note.guid == first[0])
    expect(note.fields[1] == "<p>edited</p>", "an edited question updates its card")


def load(collection: Collection, deck: Path) -> None:
    metadata = collection.get_csv_metadata(path=str(deck), delimiter=None)
    collection.import_csv(ImportCsvRequest(path=str(deck), metadata=metadata))


def notes(collection: Collection) -> list:
    return [collection.get_note(id) for id in collection.find_notes("")]


def expect(holds: bool, what: str) -> None:
    if not holds:
        sys.exit(f"anki: it does not hold that {what}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
