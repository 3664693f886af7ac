package tacit.runtime.harness.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.HarnessView;
import tacit.api.learn.FailureTemplates;

/** Four threads call while a fifth changes the table: the counts must hold, and nobody may be where nobody is any more. */
class LeaseStressTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 2_000;

    private final Facades facades = Hens.facades();
    private final FailureTemplates facade = facades.facade(Hens.ROLE, FailureTemplates.class);
    private final AtomicBoolean over = new AtomicBoolean();
    private final LongAdder answered = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void losesNoCallAndRunsNoneOnADrainedProvider() throws Exception {
        Hens.flip(facades, 1, Hens.seat(new Mortal()));
        List<Future<?>> callers = start(() -> call(facade));

        flipOften();
        finish(callers);

        assertThat(late.sum()).isZero();
        assertThat(answered.sum()).isEqualTo(calls.sum());
        assertThat(facades.statuses(List.of()).get(0).calls()).isEqualTo(calls.sum());
        assertThat(facades.statuses(List.of()).get(0).leases()).isZero();
    }

    @Test
    void keepsAViewsProviderUntilTheViewIsClosed() throws Exception {
        Hens.flip(facades, 1, Hens.seat(new Mortal()));
        List<Future<?>> callers = start(() -> {
            try (HarnessView view = facades.view()) {
                call(view.provider(Hens.ROLE, FailureTemplates.class));
                call(view.provider(Hens.ROLE, FailureTemplates.class));
            }
        });

        flipOften();
        finish(callers);

        assertThat(late.sum()).isZero();
        assertThat(answered.sum()).isEqualTo(calls.sum());
        assertThat(facades.statuses(List.of()).get(0).calls()).isEqualTo(calls.sum());
    }

    private void flipOften() throws InterruptedException {
        Mortal present = new Mortal();
        Hens.flip(facades, 2, Hens.seat(present));
        for (int round = 0; round < ROUNDS; round++) {
            Mortal next = new Mortal();
            Retirement retirement = Hens.flip(facades, round, Hens.seat(next));
            assertThat(retirement.drain(Duration.ofSeconds(60))).isTrue();
            present.dead = true;
            present = next;
        }
    }

    private List<Future<?>> start(Runnable work) {
        List<Future<?>> started = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            started.add(threads.submit(() -> {
                while (!over.get()) {
                    work.run();
                }
            }));
        }
        return started;
    }

    private void finish(List<Future<?>> callers) throws Exception {
        over.set(true);
        for (Future<?> caller : callers) {
            caller.get();
        }
    }

    private void call(FailureTemplates templates) {
        calls.increment();
        assertThat(templates.template("hen", null)).isEqualTo("hen");
    }

    /** Notices whoever is in it after it was said that nobody is. */
    private final class Mortal implements FailureTemplates {

        private volatile boolean dead;

        @Override
        public String template(String message, @Nullable String input) {
            if (dead) {
                late.increment();
            }
            Thread.onSpinWait();
            if (dead) {
                late.increment();
            }
            answered.increment();
            return message;
        }
    }
}
