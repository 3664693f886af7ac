package tacit.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyModelTest {

    private final LazyModel model = new LazyModel(new OnnxRuntime(1, 256), "e5-small-v2-q");
    private final Thread closing = new Thread(model::close, "closing");

    @Test
    void closesOnlyAfterWhatIsBeingEmbedded() throws Exception {
        assertThat(model.load()).isTrue();

        List<float[]> vectors = model.embed("query: ", closedWhileRead("one", "two"));
        closing.join();

        assertThat(vectors).hasSize(2);
        assertThatThrownBy(() -> model.embed("query: ", List.of("three")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot embed texts: model 'e5-small-v2-q' is not loaded");
    }

    @Test
    void canBeClosedTwiceAndBeforeItIsLoaded() {
        model.close();
        model.close();

        assertThat(model.load()).isFalse();
        assertThat(model.problem()).isEqualTo("The host is stopping");
    }

    /** Texts in whose middle somebody else closes the model, and waits for it or is done. */
    private List<String> closedWhileRead(String... texts) {
        return new AbstractList<>() {
            @Override
            public String get(int place) {
                if (place == 1 && closing.getState() == Thread.State.NEW) {
                    closing.start();
                    while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
                        Thread.onSpinWait();
                    }
                }
                return texts[place];
            }

            @Override
            public int size() {
                return texts.length;
            }
        };
    }
}
