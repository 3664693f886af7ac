package tacit.api.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Outcome RULE = Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.RULE);
    private static final Outcome USER = Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.USER);

    @Test
    void anyStatementOutweighsSilence() {
        assertThat(RULE.outweighs(Outcome.UNKNOWN)).isTrue();
        assertThat(Outcome.UNKNOWN.outweighs(RULE)).isFalse();
    }

    @Test
    void aUserOutweighsARule() {
        assertThat(USER.outweighs(RULE)).isTrue();
        assertThat(RULE.outweighs(USER)).isFalse();
    }

    @Test
    void theWholeTraceOutweighsOneSpan() {
        Outcome span = new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.USER, null, null, "s1", null);

        assertThat(RULE.outweighs(span)).isTrue();
        assertThat(span.outweighs(RULE)).isFalse();
    }

    @Test
    void ofEqualSourcesTheLaterCounts() {
        Outcome early = at(Instant.EPOCH);
        Outcome late = at(Instant.EPOCH.plusSeconds(1));

        assertThat(late.outweighs(early)).isTrue();
        assertThat(early.outweighs(late)).isFalse();
    }

    @Test
    void refusesALabelThatNobodyGave() {
        assertThatThrownBy(() -> new Outcome(OutcomeLabel.SUCCESS, null, null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source must be given for outcome SUCCESS");
    }

    private static Outcome at(Instant time) {
        return new Outcome(OutcomeLabel.SUCCESS, 1.0, OutcomeSource.GRADER, null, null, null, time);
    }
}
