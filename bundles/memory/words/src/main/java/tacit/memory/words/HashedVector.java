package tacit.memory.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text as a vector of its words, hashed: what is written alike is near, not what means alike. For where no model is. */
public final class HashedVector {

    /** The number of values of a vector. */
    public static final int SIZE = 256;

    private static final int WORD = 0x811C9DC5;
    private static final int AGAINST = 0x9E3779B1;
    private static final int PAIR = 16_777_619;
    private static final int PRIME = 16_777_619;

    private HashedVector() {}

    /** The vector of a text, of length 1; all zeros for a text without words. */
    public static float[] of(String text) {
        List<String> words = SearchWords.of(text);
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        double[] sums = new double[SIZE];
        counts.forEach((word, count) -> {
            double weight = 1 + Math.log(1.0 + count);
            sums[place(word, WORD)] += weight;
            sums[place(word, AGAINST)] -= weight * 0.5;
        });
        for (int i = 0; i + 1 < words.size(); i++) {
            sums[place(words.get(i) + "_" + words.get(i + 1), PAIR)] += 0.35;
        }
        return normed(sums);
    }

    /** How near two vectors are, in [-1, 1]; 0 when one has no length. */
    public static double cosine(float[] one, float[] other) {
        double product = 0;
        double length = 0;
        double otherLength = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            product += (double) one[i] * other[i];
            length += (double) one[i] * one[i];
            otherLength += (double) other[i] * other[i];
        }
        return length == 0 || otherLength == 0 ? 0 : product / Math.sqrt(length * otherLength);
    }

    private static int place(String word, int basis) {
        return Integer.remainderUnsigned(fnv(word, basis), SIZE);
    }

    /** FNV-1a of 32 bits over the characters, from another basis where wanted. */
    static int fnv(String word, int basis) {
        int hash = basis;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static float[] normed(double[] sums) {
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        float[] vector = new float[SIZE];
        for (int i = 0; squares > 0 && i < SIZE; i++) {
            vector[i] = (float) (sums[i] / Math.sqrt(squares));
        }
        return vector;
    }
}
