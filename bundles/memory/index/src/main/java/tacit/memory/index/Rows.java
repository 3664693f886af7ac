package tacit.memory.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
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
        row.add(new LongPoint(Fields.AT, document.at().toEpochMilli()));
        row.add(new NumericDocValuesField(Fields.AT, document.at().toEpochMilli()));
        row.add(new BinaryDocValuesField(Fields.ENTRY, new BytesRef(entry.bytes())));
        if (waiting) {
            row.add(new StringField(Fields.STATE, Fields.WAITING, Field.Store.NO));
        }
        addText(row, Fields.TEXT, Neighbours.words(document));
        addText(row, Fields.STEM, Neighbours.words(document));
        rarity.forEach(mark -> row.add(new StringField(Fields.RARITY, mark, Field.Store.NO)));
        if (!waiting || near.beside()) {
            addText(row, Fields.WINDOW1, near.around(1));
            addText(row, Fields.WINDOW2, near.around(2));
        }
        vectors.forEach(
                (field, vector) -> row.add(new KnnByteVectorField(field, vector, VectorSimilarityFunction.COSINE)));
        return row;
    }

    /** The words of a whole circle. */
    static Document whole(Entry member, List<Entry> members) {
        Document row = owned(member, member.circle(), Fields.WHOLE);
        StringBuilder words = new StringBuilder();
        members.forEach(
                entry -> words.append(Neighbours.words(entry.document())).append('\n'));
        addText(row, Fields.GROUP, words.toString());
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

    private static void addText(Document row, String field, String text) {
        row.add(new TextField(field, Analysis.normal(text), Field.Store.NO));
    }
}
