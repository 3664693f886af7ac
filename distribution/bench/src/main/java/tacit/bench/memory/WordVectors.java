package tacit.bench.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tacit.api.model.Embedder;

/**
 * Vectors as long as those of the models that are shipped, made of words alone and at once: what it costs to search among them is
 * measured, what a model costs is not. Immutable.
 */
final class WordVectors implements Embedder {

    private static final int DIMENSIONS = 384;

    @Override
    public String model() {
        return "words";
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public List<float[]> queries(List<String> texts) {
        return texts.stream().map(WordVectors::vector).toList();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return queries(texts);
    }

    private static float[] vector(String text) {
        double[] sums = new double[DIMENSIONS];
        for (String word : words(text)) {
            SplittableRandom random = new SplittableRandom(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sums[i] += random.nextDouble() - 0.5;
            }
        }
        double squares = 1e-12;
        for (double sum : sums) {
            squares += sum * sum;
        }
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (sums[i] / Math.sqrt(squares));
        }
        return vector;
    }

    private static List<String> words(String text) {
        List<String> words =
                new ArrayList<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+", -1)));
        words.removeIf(String::isEmpty);
        return words;
    }
}
