package tacit.memory.index;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import tacit.api.model.Embedder;

/** A model that knows three meanings: animals, weather and everything else. It can be made to wait, and to fail. */
final class FakeEmbedder implements Embedder {

    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch mayAnswer;
    private final String problem;
    volatile boolean failing;
    private volatile boolean loaded;

    FakeEmbedder() {
        this("", new CountDownLatch(0));
    }

    FakeEmbedder(String problem, CountDownLatch mayAnswer) {
        this.problem = problem;
        this.mayAnswer = mayAnswer;
    }

    @Override
    public String model() {
        return "e5-small-v2-q";
    }

    @Override
    public boolean ready() {
        return loaded;
    }

    @Override
    public boolean load() {
        loaded = problem.isEmpty();
        return loaded;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public List<float[]> queries(List<String> texts) {
        if (failing) {
            throw new IllegalStateException("Cannot embed " + texts);
        }
        return texts.stream().map(FakeEmbedder::vector).toList();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        asked.countDown();
        try {
            mayAnswer.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("stopped", stopped);
        }
        return queries(texts);
    }

    private static float[] vector(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return new float[] {
            words.matches("(?s).*(cat|dog|kitten|puppy).*") ? 1 : 0.01f,
            words.matches("(?s).*(rain|snow|storm|sunny).*") ? 1 : 0.01f,
            0.1f
        };
    }
}
