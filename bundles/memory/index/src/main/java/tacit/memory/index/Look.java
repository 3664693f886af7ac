package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Looks things up that are known by name or place. */
final class Look {

    static final int REACH = 2;
    private static final Sort ASCENDING = new Sort(new SortField(Fields.POSITION, SortField.Type.LONG));
    private static final Sort DESCENDING = new Sort(new SortField(Fields.POSITION, SortField.Type.LONG, true));

    private Look() {}

    static @Nullable Entry find(IndexSearcher searcher, String key) throws IOException {
        TopDocs found = searcher.search(piece(Fields.KEY, key), 1);
        return found.scoreDocs.length == 0 ? null : entry(searcher, found.scoreDocs[0].doc);
    }

    static Entry entry(IndexSearcher searcher, int row) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(row, leaves));
        BinaryDocValues entries = DocValues.getBinary(leaf.reader(), Fields.ENTRY);
        if (!entries.advanceExact(row - leaf.docBase)) {
            throw new CorruptIndexException("A document has no text", Fields.ENTRY);
        }
        BytesRef bytes = entries.binaryValue();
        return Entry.read(bytes.bytes, bytes.offset, bytes.length);
    }

    /** A document with its neighbours as they are now. */
    static Neighbours around(IndexSearcher searcher, Entry entry) throws IOException {
        long position = entry.document().position();
        List<Entry> before = position == 0
                ? new ArrayList<>()
                : entries(searcher, between(entry, 0, position - 1), REACH, DESCENDING);
        Collections.reverse(before);
        List<Entry> after = entries(searcher, between(entry, position + 1, Long.MAX_VALUE), REACH, ASCENDING);
        return new Neighbours(entry, before, after);
    }

    private static Query between(Entry entry, long from, long until) {
        return new BooleanQuery.Builder()
                .add(piece(Fields.CIRCLE, entry.circle()), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.POSITION, from, until), Occur.FILTER)
                .build();
    }

    /** The last documents of a circle, in their order. */
    static List<Entry> circle(IndexSearcher searcher, String circle, int most) throws IOException {
        List<Entry> found = entries(searcher, piece(Fields.CIRCLE, circle), most, DESCENDING);
        Collections.reverse(found);
        return found;
    }

    /** The names of groups as they stand in the circles of a workspace; those of deleted documents too, until a merge. */
    static List<String> groups(IndexSearcher searcher, String workspace, String begin) throws IOException {
        String before = workspace + '\n';
        BytesRef first = new BytesRef(before + begin);
        Set<String> groups = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms circles = leaf.reader().terms(Fields.CIRCLE);
            TermsEnum terms = circles == null ? TermsEnum.EMPTY : circles.iterator();
            boolean there = terms.seekCeil(first) != TermsEnum.SeekStatus.END;
            while (there && StringHelper.startsWith(terms.term(), first)) {
                String circle = terms.term().utf8ToString();
                groups.add(circle.substring(before.length(), circle.indexOf('\n', before.length())));
                there = terms.next() != null;
            }
        }
        return List.copyOf(groups);
    }

    /** Every document that a query finds. */
    static List<Entry> all(IndexSearcher searcher, Query query) throws IOException {
        Query pieces = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(new TermQuery(new Term(Fields.KIND, Fields.PIECE)), Occur.FILTER)
                .build();
        return entries(searcher, pieces, Math.max(1, searcher.count(pieces)), Sort.INDEXORDER);
    }

    /** The documents whose windows hold this one, whoever stands beside it by now. */
    static List<Entry> holders(IndexSearcher searcher, Entry entry) throws IOException {
        return all(searcher, new TermQuery(new Term(Fields.NEAR, entry.stamp())));
    }

    /** Documents that wait to be looked at. */
    static List<Entry> waiting(IndexSearcher searcher, int most) throws IOException {
        return entries(searcher, new TermQuery(new Term(Fields.STATE, Fields.WAITING)), most, Sort.INDEXORDER);
    }

    private static List<Entry> entries(IndexSearcher searcher, Query query, int most, Sort sort) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, most, sort).scoreDocs) {
            entries.add(entry(searcher, hit.doc));
        }
        return entries;
    }

    private static Query piece(String field, String value) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(field, value)), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.KIND, Fields.PIECE)), Occur.FILTER)
                .build();
    }

    /** The vectors of a document by field; a map that may be changed. */
    static Map<String, byte[]> vectors(IndexSearcher searcher, String key) throws IOException {
        Map<String, byte[]> vectors = new HashMap<>();
        TopDocs found = searcher.search(piece(Fields.KEY, key), 1);
        if (found.scoreDocs.length == 1) {
            int row = found.scoreDocs[0].doc;
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(row, leaves));
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                byte[] vector = field.hasVectorValues() ? vector(leaf, field.name, row - leaf.docBase) : null;
                if (vector != null) {
                    vectors.put(field.name, vector);
                }
            }
        }
        return vectors;
    }

    private static byte @Nullable [] vector(LeafReaderContext leaf, String field, int row) throws IOException {
        ByteVectorValues values = leaf.reader().getByteVectorValues(field);
        return values != null && values.advance(row) == row
                ? values.vectorValue().clone()
                : null;
    }
}
