package tacit.memory.index;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IOContext;

/**
 * Vectors of which only large parts of the index have a graph. Small parts come and go with every merge, and a graph takes far
 * longer to make than to do without: see {@link Signs}. Lucene finds it by its name.
 */
public final class GrownVectorsFormat extends KnnVectorsFormat {

    private static final String GRAPH = "tacit.graph";
    private static final int LARGE = 50_000;

    private final KnnVectorsFormat flat =
            new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());
    private final KnnVectorsFormat graph = new Lucene99HnswVectorsFormat();
    private final int large;

    public GrownVectorsFormat() {
        this(LARGE);
    }

    /** With graphs for parts of so many rows. */
    GrownVectorsFormat(int large) {
        super("TacitGrown");
        this.large = large;
    }

    /** Whether a part has graphs. */
    static boolean hasGraph(LeafReader part) {
        return part instanceof SegmentReader segment
                && segment.getSegmentInfo().info.getAttribute(GRAPH) != null;
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        boolean merged = state.context.context == IOContext.Context.MERGE;
        if (merged && state.context.mergeInfo.totalMaxDoc >= large) {
            state.segmentInfo.putAttribute(GRAPH, "true");
            return graph.fieldsWriter(state);
        }
        return flat.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        return (state.segmentInfo.getAttribute(GRAPH) == null ? flat : graph).fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
        return graph.getMaxDimensions(field);
    }
}
