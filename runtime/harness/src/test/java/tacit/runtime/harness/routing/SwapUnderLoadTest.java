package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.harness.recording.QueuedDecisions;
import tacit.runtime.testkit.BundleJar;

/** Components of other bundles call on while the bundles behind the facade are updated. */
class SwapUnderLoadTest {

    private static final int SWAPS = 100;
    private static final int THREADS = 4;

    private final Barn barn = new Barn(Clock.systemUTC(), new RouterSettings(50, 1, 10_000, 100, 1));
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicBoolean over = new AtomicBoolean();
    private final LongAdder calls = new LongAdder();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        barn.close();
    }

    @Test
    void losesNoCallOfAConsumerThatKnowsNothingOfSwaps() throws Exception {
        barn.router.decisions(new QueuedDecisions());
        byte[] first = mortal("1.0.0").bytes();
        byte[] second = mortal("1.1.0").bytes();
        barn.fill(Jars.ROLE, "A", first);
        barn.router.flip(1, List.of(barn.provider(Jars.ROLE, "A")));
        barn.router.declare(DeclaredRole.of(barn.harness));
        List<Future<?>> callers = start(consumer());

        for (int swap = 2; swap < SWAPS; swap++) {
            String slot = swap % 2 == 0 ? "B" : "A";
            barn.fill(Jars.ROLE, slot, swap % 2 == 0 ? second : first);
            Flip flip = barn.router.flip(swap, List.of(barn.provider(Jars.ROLE, slot)));
            assertThat(flip.drain(Duration.ofSeconds(60))).isTrue();
        }
        over.set(true);
        for (Future<?> caller : callers) {
            caller.get();
        }

        assertThat(barn.status(Jars.ROLE).errors()).isZero();
        assertThat(barn.status(Jars.ROLE).calls()).isEqualTo(calls.sum());
    }

    private List<Future<?>> start(UnaryOperator<String> consumer) {
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            callers.add(threads.submit(() -> {
                while (!over.get()) {
                    calls.increment();
                    assertThat(consumer.apply("hen")).isEqualTo("loud hen");
                }
            }));
        }
        return callers;
    }

    @SuppressWarnings("unchecked")
    private UnaryOperator<String> consumer() {
        barn.framework.start(BundleJar.named("hen.consumer", "1.0.0")
                .component(
                        "hen.Consumer",
                        Jars.component(
                                "hen.Consumer",
                                UnaryOperator.class.getName(),
                                Map.of(),
                                FailureTemplates.class.getName()))
                .source("hen.Consumer", """
                        package hen;
                        public final class Consumer implements java.util.function.UnaryOperator<String> {
                            private final tacit.api.learn.FailureTemplates templates;
                            public Consumer(tacit.api.learn.FailureTemplates templates) {
                                this.templates = templates;
                            }
                            @Override public String apply(String message) {
                                return templates.template(message, null);
                            }
                        }
                        """)
                .bytes());
        return barn.framework.await(UnaryOperator.class);
    }

    /** A provider that refuses to work once it was stopped. */
    private static BundleJar mortal(String version) {
        return BundleJar.named("hen.house", version)
                .component("hen.Mortal", """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="hen.Mortal"
                            deactivate="die">
                          <property name="tacit.role" type="String" value="failure-template"/>
                          <service><provide interface="tacit.api.learn.FailureTemplates"/></service>
                          <implementation class="hen.Mortal"/>
                        </scr:component>
                        """)
                .source("hen.Mortal", """
                        package hen;
                        public final class Mortal implements tacit.api.learn.FailureTemplates {
                            private volatile boolean dead;
                            void die() { dead = true; }
                            @Override public String template(String message, String input) {
                                for (int i = 0; i < 100; i++) {
                                    if (dead) throw new IllegalStateException("dead");
                                    Thread.onSpinWait();
                                }
                                return "loud " + message;
                            }
                        }
                        """);
    }
}
