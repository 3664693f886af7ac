package tacit.bench.kills;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One kill. Its fields are those of the bench's thread, but for what the act under way tells. */
final class Strike {

    private static final long LOOK_NANOS = 1_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    /** One kill of so many does not wait until the host has said what it is about to do. */
    private static final int BLIND_ONE_OF = 5;

    private final Site site;
    private final Pace pace;
    private final Random random;
    private volatile boolean answered;
    private volatile @Nullable String refusal;
    private boolean announced;
    private List<ProcessHandle> children = List.of();

    Strike(Site site, Pace pace, Random random) {
        this.site = site;
        this.pace = pace;
        this.random = random;
    }

    /** What is under way when the host dies. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    void now() throws InterruptedException {
        children = site.host().children();
        site.host().kill();
    }

    /** Has an act begin, waits until the audit log says so, and kills the host a random moment later. */
    void in(Act act, Work work) throws IOException, InterruptedException {
        boolean blind = act.audited().isEmpty() || random.nextInt(BLIND_ONE_OF) == 0;
        double moment = random.nextDouble();
        LogTail tail = new LogTail(site.data());
        Thread thread = new Thread(() -> run(work), "bench-act");
        thread.start();
        if (!blind) {
            awaitAudited(act.audited().orElseThrow(), tail, thread);
        }
        TimeUnit.NANOSECONDS.timedJoin(thread, (long) (pace.nanos(act) * moment));
        announced = act.audited().isPresent() && tail.tells(act.audited().get());
        now();
        thread.join();
    }

    private void run(Work work) {
        try {
            work.run();
            answered = true;
        } catch (IOException gone) {
            // That is what a kill looks like from outside
            answered = false;
        } catch (IllegalStateException refused) {
            refusal = refused.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAudited(String action, LogTail tail, Thread act) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (act.isAlive() && !tail.tells(action) && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
        }
    }

    boolean answered() {
        return answered;
    }

    boolean announced() {
        return announced;
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Processes of the host that are there longer than that after it. */
    List<ProcessHandle> orphans(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end && children.stream().anyMatch(ProcessHandle::isAlive)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return children.stream().filter(ProcessHandle::isAlive).toList();
    }
}
