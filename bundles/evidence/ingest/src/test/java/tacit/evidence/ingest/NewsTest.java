package tacit.evidence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.event.Event;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.runtime.testkit.HeardEvents;

class NewsTest {

    private final HeardEvents events = new HeardEvents();

    @Test
    void tellsOfTracesAndOutcomesToWhomTheyBelong() {
        News.tell(
                events,
                List.of(update("t1", "ann"), update("t2", null)),
                List.of(new AppendResult("t1", true, 3, 0, 0), new AppendResult("t2", false, 0, 0, 2)));

        assertThat(events.lines())
                .containsExactly("trace.recorded t1 {new=true, spans=3}", "outcome.recorded t2 {outcomes=2}");
        assertThat(events.events())
                .extracting(Event::scope)
                .containsExactly(new Scope("shop", "ann"), Scope.ofWorkspace("shop"));
    }

    @Test
    void tellsNothingOfWhatWasThereBefore() {
        News.tell(events, List.of(update("t1", null)), List.of(new AppendResult("t1", false, 0, 5, 0)));

        assertThat(events.lines()).isEmpty();
    }

    @Test
    void needsNobodyWhoListens() {
        News.tell(null, List.of(update("t1", null)), List.of(new AppendResult("t1", true, 3, 0, 0)));

        assertThat(events.lines()).isEmpty();
    }

    private static TraceUpdate update(String id, String user) {
        return TraceUpdate.of(Trace.builder(id).workspaceId("shop").userId(user).build(), List.of());
    }
}
