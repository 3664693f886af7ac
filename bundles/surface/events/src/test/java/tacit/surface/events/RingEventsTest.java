package tacit.surface.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tacit.api.event.Event;
import tacit.api.event.Events;
import tacit.api.store.Scope;
import tacit.runtime.testkit.MovingClock;

class RingEventsTest {

    private static final Scope SHOP = Scope.ofWorkspace("shop");
    private static final Scope ANN = new Scope("shop", "ann");
    private static final Scope BOB = new Scope("shop", "bob");
    private static final Scope OTHER = Scope.ofWorkspace("other");

    private final MovingClock clock = new MovingClock();
    private final RingEvents events = new RingEvents(clock, new FixedConfig(3));

    @Test
    void answersWhatWasToldInItsOrderWithTheTimeOfTheClock() {
        events.tell(SHOP, "trace.recorded", "t1", Map.of("spans", "2"));
        events.tell(SHOP, "outcome.recorded", "t1", Map.of());

        List<Event> news = events.after(SHOP, 0, 10);

        assertThat(news).extracting(Event::sequence).containsExactly(1L, 2L);
        assertThat(news).extracting(Event::kind).containsExactly("trace.recorded", "outcome.recorded");
        assertThat(news.get(0).at()).isEqualTo(clock.instant());
        assertThat(news.get(0).facts()).containsOnly(Map.entry("spans", "2"));
    }

    @Test
    void hasNothingBeforeTheFirst() {
        assertThat(events.latest()).isZero();
        assertThat(events.oldest()).isEqualTo(1);
        assertThat(events.after(SHOP, 0, 1)).isEmpty();
    }

    @Test
    void letsTheOldestGoAndSaysSo() {
        for (int i = 1; i <= 5; i++) {
            events.tell(SHOP, "trace.recorded", "t" + i, Map.of());
        }

        assertThat(events.latest()).isEqualTo(5);
        assertThat(events.oldest()).isEqualTo(3);
        assertThat(events.after(SHOP, 0, 10)).extracting(Event::subject).containsExactly("t3", "t4", "t5");
        assertThat(events.after(SHOP, 4, 10)).extracting(Event::subject).containsExactly("t5");
        assertThat(events.after(SHOP, 99, 10)).isEmpty();
        assertThat(events.after(SHOP, 0, 2)).extracting(Event::subject).containsExactly("t3", "t4");
    }

    @Test
    void showsNobodyTheNewsOfAnotherWorkspaceOrUser() {
        events.tell(ANN, "trace.recorded", "hers", Map.of());
        events.tell(SHOP, "cluster.changed", "everybodys", Map.of());
        events.tellAll("generation.activated", "7", Map.of());

        assertThat(events.after(SHOP, 0, 9)).extracting(Event::subject).containsExactly("hers", "everybodys", "7");
        assertThat(events.after(ANN, 0, 9)).extracting(Event::subject).containsExactly("hers", "7");
        assertThat(events.after(BOB, 0, 9)).extracting(Event::subject).containsExactly("7");
        assertThat(events.after(OTHER, 0, 9)).extracting(Event::subject).containsExactly("7");
    }

    @Test
    void tellsFollowersOfWhatTheyMaySeeUntilTheyClose() {
        List<String> ann = new ArrayList<>();
        List<String> other = new ArrayList<>();
        Events.Following following = events.follow(ANN, event -> ann.add(event.subject()));
        events.follow(OTHER, event -> other.add(event.subject()));

        events.tell(ANN, "trace.recorded", "t1", Map.of());
        events.tell(BOB, "trace.recorded", "t2", Map.of());
        following.close();
        events.tell(ANN, "trace.recorded", "t3", Map.of());

        assertThat(ann).containsExactly("t1");
        assertThat(other).isEmpty();
    }

    @Test
    void goesOnWhenAFollowerFails() {
        List<String> heard = new ArrayList<>();
        events.follow(SHOP, event -> {
            throw new IllegalStateException("broken on purpose");
        });
        events.follow(SHOP, event -> heard.add(event.subject()));

        events.tell(SHOP, "trace.recorded", "t1", Map.of());
        events.tell(SHOP, "trace.recorded", "t2", Map.of());

        assertThat(heard).containsExactly("t1", "t2");
    }

    @Test
    void leavesOutAndCountsWhatIsNoEvent() {
        events.tell(SHOP, "No Kind", "t1", Map.of());
        events.tell(SHOP, "trace.recorded", "", Map.of());
        events.tell(SHOP, "trace.recorded", "x".repeat(201), Map.of());
        events.tell(SHOP, "trace.recorded", "t1", Map.of());

        assertThat(events.leftOut()).isEqualTo(3);
        assertThat(events.latest()).isEqualTo(1);
    }

    @Test
    void boundsFacts() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            many.put("fact" + i, "\uD83D\uDE00".repeat(400));
        }

        events.tell(SHOP, "trace.recorded", "t1", many);

        Map<String, String> kept = events.after(SHOP, 0, 1).get(0).facts();
        assertThat(kept).hasSize(20);
        assertThat(kept.values()).allSatisfy(fact -> assertThat(fact).hasSize(300));
    }

    @Test
    void losesNoneOfManyTellers() throws Exception {
        RingEvents wide = new RingEvents(clock, new FixedConfig(10_000));
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService tellers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(tellers.submit(() -> {
                    go.await();
                    for (int n = 0; n < 1_000; n++) {
                        wide.tell(SHOP, "trace.recorded", "t" + n, Map.of());
                    }
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            tellers.shutdownNow();
        }

        List<Long> numbers =
                wide.after(SHOP, 0, 5_000).stream().map(Event::sequence).toList();
        assertThat(numbers).hasSize(4_000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void refusesBoundsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RingEvents(clock, new FixedConfig(0)))
                .withMessageContaining("kept");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RingEvents(clock, new FixedConfig(1_000_001)))
                .withMessageContaining("kept");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.after(SHOP, 0, 0))
                .withMessageContaining("limit");
    }
}
