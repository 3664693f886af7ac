package tacit.memory.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;

/** Lucene's own form of files, but for vectors. */
final class GrownCodec extends Lucene912Codec {

    private final KnnVectorsFormat vectors = new GrownVectorsFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }
}
