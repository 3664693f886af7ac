package tacit.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.store.Scope;

class EventTest {

    @Test
    void namesWhatHappenedToWhat() {
        assertThat(event("generation.activated", "g2").kind()).isEqualTo("generation.activated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Trace", "trace.", ".trace", "trace recorded", "trace\nid: 1"})
    void refusesAKindThatCouldBreakAStream(String kind) {
        assertThatThrownBy(() -> event(kind, "t1")).hasMessageStartingWith("kind must be");
    }

    @Test
    void refusesASubjectThatIsBlankOrEndless() {
        assertThatThrownBy(() -> event("trace.recorded", " ")).hasMessageStartingWith("subject must have");
        assertThatThrownBy(() -> event("trace.recorded", "x".repeat(201))).hasMessageStartingWith("subject must have");
    }

    private static Event event(String kind, String subject) {
        return new Event(1, kind, Scope.ofDefaultWorkspace(), false, subject, Map.of(), Instant.EPOCH);
    }
}
