package tacit.pulse.dreaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.reflect.Dream;
import tacit.api.reflect.DreamEvidence.Kind;
import tacit.api.reflect.DreamFate;
import tacit.api.reflect.DreamState;

class FatesTest {

    private static final String KEY = "correction|tool|use";
    private static final Instant BEFORE = Situations.BEGIN.minus(Duration.ofDays(1));
    private static final Instant AFTER = Situations.BEGIN.plus(Duration.ofDays(1));

    private static Dream after(DreamState state, Kind kind, Instant at) {
        Situations one = new Situations().observed("Actually tool B is used instead.");
        String key = one.only().key();
        return one.fate(new DreamFate(key, state, List.of(kind), at)).dream();
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "ARCHIVED", "UNDONE"})
    void whatWasTurnedDownComesBackOnNewerEvidenceOfAnotherKindOnly(DreamState state) {
        assertThat(after(state, Kind.SPAN, BEFORE).drafts()).hasSize(1);
        assertThat(after(state, Kind.SPAN, AFTER).drafts()).isEmpty();
        assertThat(after(state, Kind.OBSERVATION, BEFORE).drafts()).isEmpty();
        assertThat(after(state, Kind.OBSERVATION, BEFORE).dropped())
                .singleElement()
                .asString()
                .contains(state.word() + " before");
    }

    @Test
    void whatWasAppliedComesBackOnNewerEvidence() {
        assertThat(after(DreamState.APPLIED, Kind.OBSERVATION, BEFORE).drafts()).hasSize(1);
        assertThat(after(DreamState.APPLIED, Kind.OBSERVATION, AFTER).drafts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPOSED", "ACCEPTED", "APPLYING"})
    void whatIsOpenTakesFurtherEvidenceUp(DreamState state) {
        assertThat(after(state, Kind.OBSERVATION, AFTER).drafts()).hasSize(1);
    }

    @Test
    void theFateOfAnotherFactBarsNothing() {
        assertThat(new Situations()
                        .observed("Actually tool B is used instead.")
                        .fate(new DreamFate(KEY + "x", DreamState.REJECTED, List.of(Kind.OBSERVATION), AFTER))
                        .dream()
                        .drafts())
                .hasSize(1);
    }
}
