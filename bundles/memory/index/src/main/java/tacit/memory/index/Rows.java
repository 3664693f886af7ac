package tacit.memory.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import tacit.api.recall.SearchDocument;

/** Makes the rows of the index: one for each document, and one for all of a circle together. */
final class Rows {

    private Rows() {}

    /** A document with what is known of its neighbours and its meaning; one that waits alone has no windows yet. */
    static Document piece(Neighbours near, Collection<String> rarity, Map<String, byte[]> vectors, boolean waiting) {
        Entry entry = near.entry();
        SearchDocument document = entry.document();
        Document row = owned(entry, entry.key(), Fields.PIECE);
        row.add(new StringField(Fields.TYPE, document.type(), Field.Store.NO));
        row.add(new StringField(Fields.CIRCLE, entry.circle(), Field.Store.NO));
        row.add(new SortedDocValuesField(Fields.CIRCLE_NAME, new BytesRef(entry.circle())));
        row.add(new LongPoint(Fields.POSITION, document.position()));
        row.add(new NumericDocValuesField(Fields.POSITION, document.position()));
        row.add(new LongPoint(Fields.AT, Sight.millis(document.at())));
        row.add(new NumericDocValuesField(Fields.AT, Sight.millis(document.at())));
        row.add(new BinaryDocValuesField(Fields.ENTRY, new BytesRef(entry.bytes())));
        if (document.everywhere()) {
            row.add(new StringField(Fields.EVERYWHERE, Fields.YES, Field.Store.NO));
        }
        if (waiting) {
            row.add(new StringField(Fields.STATE, Fields.WAITING, Field.Store.NO));
        }
        boolean windows = !waiting || near.beside();
        addTexts(
                row,
                Map.of(
                        Fields.TEXT,
                        Neighbours.words(document),
                        Fields.STEM,
                        Neighbours.words(document),
                        Fields.WINDOW1,
                        windows ? near.around(1) : "",
                        Fields.WINDOW2,
                        windows ? near.around(2) : ""));
        Stream.concat(near.before().stream(), near.after().stream())
                .forEach(other -> row.add(new StringField(Fields.NEAR, other.stamp(), Field.Store.NO)));
        rarity.forEach(mark -> row.add(new StringField(Fields.RARITY, mark, Field.Store.NO)));
        vectors.forEach((field, vector) -> row.add(new KnnByteVectorField(field, vector, Ways.LIKENESS)));
        return row;
    }

    /** The words of a whole circle. */
    static Document whole(Entry member, List<Entry> members) {
        Document row = owned(member, member.circle(), Fields.WHOLE);
        StringBuilder words = new StringBuilder();
        members.forEach(
                entry -> words.append(Neighbours.words(entry.document())).append('\n'));
        addTexts(row, Map.of(Fields.GROUP, words.toString()));
        row.add(new StringField(Fields.GROUP_NAME, member.circle(), Field.Store.NO));
        return row;
    }

    private static Document owned(Entry entry, String key, String kind) {
        Document row = new Document();
        row.add(new StringField(Fields.KEY, key, Field.Store.NO));
        row.add(new StringField(Fields.KIND, kind, Field.Store.NO));
        row.add(new StringField(Fields.WORKSPACE, entry.document().workspaceId(), Field.Store.NO));
        row.add(new StringField(Fields.USER, Fields.user(entry.document().userId()), Field.Store.NO));
        row.add(new StringField(Fields.VISIBILITY, entry.document().visibility().name(), Field.Store.NO));
        return row;
    }

    /** A row has every field, empty ones too: the lengths of a field that some rows lack are looked up very slowly when parts merge. */
    private static void addTexts(Document row, Map<String, String> texts) {
        for (String field : Fields.TEXTS) {
            row.add(new TextField(field, Analysis.normal(texts.getOrDefault(field, "")), Field.Store.NO));
        }
    }
}
