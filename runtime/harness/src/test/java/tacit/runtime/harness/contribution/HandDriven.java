package tacit.runtime.harness.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads whose clock the test turns: what is due runs on the thread of the test. Confined to it. */
final class HandDriven extends ScheduledThreadPoolExecutor {

    private final List<Due> waiting = new ArrayList<>();
    private long now;

    HandDriven() {
        super(0);
    }

    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        Due due = new Due(work, now + unit.toSeconds(delay));
        waiting.add(due);
        return due;
    }

    /** Lets time pass, second by second. */
    void pass(long seconds) {
        for (long second = 0; second < seconds; second++) {
            now++;
            List<Due> due = waiting.stream().filter(work -> work.at <= now).toList();
            waiting.removeAll(due);
            due.forEach(Due::run);
        }
    }

    /** What would run in the future. */
    long planned() {
        return waiting.stream().filter(work -> !work.isCancelled()).count();
    }

    private static final class Due extends FutureTask<Object> implements RunnableScheduledFuture<Object> {

        private final long at;

        Due(Runnable work, long at) {
            super(work, "");
            this.at = at;
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at, TimeUnit.SECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, other.getDelay(TimeUnit.SECONDS));
        }
    }
}
