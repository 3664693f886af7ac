package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignsTest {

    private static final int COUNT = 3_000;
    private static final int VALUES = 384;
    private static final String FIELD = "vector.e5.text";

    private final Random random = new Random(11);
    private final byte[][] vectors = vectors();

    /** Vectors about fifty topics that all share a direction, as those of models do. */
    private byte[][] vectors() {
        double[] shared = random.doubles(VALUES, -0.5, 0.5).toArray();
        double[][] topics = new double[50][];
        Arrays.setAll(topics, i -> random.doubles(VALUES, -0.5, 0.5).toArray());
        byte[][] all = new byte[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            float[] vector = new float[VALUES];
            double squares = 0;
            for (int j = 0; j < VALUES; j++) {
                vector[j] = (float) (2 * shared[j] + topics[i % 50][j] + (random.nextDouble() - 0.5));
                squares += vector[j] * vector[j];
            }
            for (int j = 0; j < VALUES; j++) {
                vector[j] /= (float) Math.sqrt(squares);
            }
            all[i] = Meaning.bytes(vector);
        }
        return all;
    }

    private void write(ByteBuffersDirectory files, int large, int parts) throws IOException {
        KnnVectorsFormat format = new GrownVectorsFormat(large);
        IndexWriterConfig config = new IndexWriterConfig().setCodec(new Lucene912Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return format;
            }
        });
        try (IndexWriter writer = new IndexWriter(files, config)) {
            for (int i = 0; i < COUNT; i++) {
                Document row = new Document();
                row.add(new KnnByteVectorField(FIELD, vectors[i], Ways.LIKENESS));
                writer.addDocument(row);
                if (i % (COUNT / parts) == COUNT / parts - 1) {
                    writer.flush();
                }
            }
            writer.forceMerge(1);
        }
    }

    private List<Integer> best(byte[] asked, int most) {
        return IntStream.range(0, COUNT)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Ways.LIKENESS.compare(asked, vectors[i])))
                .limit(most)
                .toList();
    }

    @Test
    void findsWhatIsNearestAmongFewTimesAsMany() throws IOException {
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            write(files, Integer.MAX_VALUE, 4);
            try (DirectoryReader reader = DirectoryReader.open(files)) {
                Signs signs = Signs.of(reader.leaves().get(0).reader(), FIELD);
                int found = 0;
                for (int i = 0; i < 40; i++) {
                    byte[] asked = vectors[random.nextInt(COUNT)];
                    Set<Integer> near =
                            new HashSet<>(Arrays.stream(signs.nearest(asked, new Bits.MatchAllBits(COUNT), 400))
                                    .boxed()
                                    .toList());
                    found += (int)
                            best(asked, 50).stream().filter(near::contains).count();
                    assertThat(near).hasSizeBetween(400, 500);
                }

                assertThat(found).isGreaterThan(1_980);
            }
        }
    }

    @Test
    void findsNothingThatMayNotBeSeen() throws IOException {
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            write(files, Integer.MAX_VALUE, 1);
            try (DirectoryReader reader = DirectoryReader.open(files)) {
                Signs signs = Signs.of(reader.leaves().get(0).reader(), FIELD);
                Bits few = new Bits() {
                    @Override
                    public boolean get(int row) {
                        return row % 1_000 == 7;
                    }

                    @Override
                    public int length() {
                        return COUNT;
                    }
                };

                assertThat(signs.nearest(vectors[7], few, 100)).containsExactly(7, 1_007, 2_007);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPartHasGraphsWhenItWasMergedAndIsLarge(boolean large) throws IOException {
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            write(files, large ? 2_000 : 4_000, 4);
            try (DirectoryReader reader = DirectoryReader.open(files)) {
                LeafReader part = reader.leaves().get(0).reader();

                assertThat(GrownVectorsFormat.hasGraph(part)).isEqualTo(large);
                assertThat(part.getByteVectorValues(FIELD).size()).isEqualTo(COUNT);
                assertThat(part.searchNearestVectors(FIELD, vectors[9], 5, null, COUNT).scoreDocs.length)
                        .isEqualTo(large ? 5 : 0);
                part.checkIntegrity();
            }
        }
    }

    @Test
    void keepsSignsAsLongAsTheirPartLasts() throws IOException {
        SignedParts parts = new SignedParts();
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            write(files, Integer.MAX_VALUE, 1);
            try (DirectoryReader reader = DirectoryReader.open(files)) {
                LeafReader part = reader.leaves().get(0).reader();
                parts.warm(part);

                assertThat(parts.size()).isEqualTo(1);
                assertThat(parts.of(part, FIELD)).isSameAs(parts.of(part, FIELD));
            }
            assertThat(parts.size()).isZero();
        }
    }

    @Test
    void everyVectorKeepsItsDirectionAndLength() {
        for (byte[] vector : vectors) {
            double squares = 0;
            for (byte value : vector) {
                squares += value * value;
            }
            assertThat(Math.sqrt(squares)).isBetween(405.0, 425.0);
        }
    }
}
