package tacit.memory.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * The vectors of a part of the index, each as one bit for each of its values: whether it is above the mean of the part. Bits that
 * differ are counted many times faster than vectors are multiplied, and tell who is worth that. Immutable.
 */
final class Signs {

    private final double[] mean;
    private final int[] rows;
    private final long[] signs;
    private final int words;

    private Signs(double[] mean, int[] rows, long[] signs) {
        this.mean = mean;
        this.rows = rows;
        this.signs = signs;
        this.words = words(mean.length);
    }

    /** Those of a field that has vectors. */
    static Signs of(LeafReader part, String field) throws IOException {
        double[] mean = mean(part.getByteVectorValues(field));
        ByteVectorValues values = part.getByteVectorValues(field);
        int words = words(mean.length);
        int[] rows = new int[values.size()];
        long[] signs = new long[rows.length * words];
        int place = 0;
        for (int row = values.nextDoc(); row != DocIdSetIterator.NO_MORE_DOCS; row = values.nextDoc()) {
            rows[place] = row;
            write(values.vectorValue(), mean, signs, place * words);
            place++;
        }
        return new Signs(mean, rows, signs);
    }

    private static double[] mean(ByteVectorValues values) throws IOException {
        long[] sums = new long[values.dimension()];
        int count = 0;
        for (int row = values.nextDoc(); row != DocIdSetIterator.NO_MORE_DOCS; row = values.nextDoc()) {
            byte[] vector = values.vectorValue();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += vector[i];
            }
            count++;
        }
        double all = Math.max(1, count);
        return Arrays.stream(sums).mapToDouble(sum -> sum / all).toArray();
    }

    private static int words(int values) {
        return (values + Long.SIZE - 1) / Long.SIZE;
    }

    private static void write(byte[] vector, double[] mean, long[] signs, int at) {
        for (int i = 0; i < mean.length; i++) {
            if (vector[i] > mean[i]) {
                signs[at + i / Long.SIZE] |= 1L << (i % Long.SIZE);
            }
        }
    }

    /** The rows that differ least from a vector, in their order: so many, and all that differ as little as the last of them. */
    int[] nearest(byte[] vector, Bits seen, int most) {
        long[] asked = new long[words];
        write(vector, mean, asked, 0);
        int[] different = new int[rows.length];
        int[] counts = new int[words * Long.SIZE + 1];
        for (int i = 0; i < rows.length; i++) {
            different[i] = seen.get(rows[i]) ? different(asked, i * words) : -1;
            if (different[i] >= 0) {
                counts[different[i]]++;
            }
        }
        int limit = limit(counts, most);
        int[] nearest = new int[rows.length];
        int found = 0;
        for (int i = 0; i < rows.length; i++) {
            if (different[i] >= 0 && different[i] <= limit) {
                nearest[found++] = rows[i];
            }
        }
        return Arrays.copyOf(nearest, found);
    }

    private int different(long[] asked, int at) {
        int different = 0;
        for (int i = 0; i < words; i++) {
            different += Long.bitCount(asked[i] ^ signs[at + i]);
        }
        return different;
    }

    private static int limit(int[] counts, int most) {
        int sum = 0;
        int limit = -1;
        while (limit + 1 < counts.length && sum < most) {
            limit++;
            sum += counts[limit];
        }
        return limit;
    }
}
