package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.StateDocument;

class FeedbackTextTest {

    private static KeptFeedback read(@Nullable String user, String id, String content) {
        return FeedbackText.read(
                new StateDocument("w1", user, KeptFeedback.KIND, id, 1, 7, content, List.of(), Given.NOON, Given.NOON));
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void readsBackWhatItWrote(Decision decision) {
        GivenFeedback feedback = new GivenFeedback(
                "f1",
                "nora",
                "t1",
                "s1",
                decision,
                "too_verbose",
                "“shorter”, please\n",
                Kind.MESSAGE,
                "slack",
                Given.NOON);
        Map<String, FeedbackRoute> routed = new LinkedHashMap<>();
        for (State state : State.values()) {
            routed.put("part " + state, new FeedbackRoute(state, "words of " + state));
        }
        KeptFeedback kept = new KeptFeedback(feedback, "web", 7, routed);

        KeptFeedback again = read("nora", "f1", FeedbackText.of(kept));

        assertThat(again).isEqualTo(kept);
        assertThat(again.routed().keySet()).containsExactlyElementsOf(routed.keySet());
    }

    @Test
    void readsBackWhatHasNoWordsAndNoUser() {
        GivenFeedback feedback =
                new GivenFeedback("f1", null, "t1", null, Decision.ACCEPTED, null, null, Kind.TASK, null, Given.NOON);
        KeptFeedback kept = new KeptFeedback(feedback, "web", 7, Map.of());

        assertThat(read(null, "f1", FeedbackText.of(kept))).isEqualTo(kept);
        assertThat(kept.open()).isFalse();
    }

    @Test
    void refusesADocumentThatCannotBeRead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read("nora", "f1", "{broken"))
                .withMessage("Cannot read feedback 'f1'");
    }
}
