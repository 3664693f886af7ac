package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import tacit.api.harness.Decision;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

class ClosingUnderLoadTest {

    private static final int THREADS = 4;
    private static final int EACH = 600;

    @EachDatabase
    void whatWasTakenIsWrittenAndTheRestIsCounted(Database database) throws InterruptedException {
        SqlDecisionLog log = Samples.log(database, Map.of("queue", 50));
        Set<String> taken = ConcurrentHashMap.newKeySet();
        AtomicLong refused = new AtomicLong();
        CountDownLatch underWay = new CountDownLatch(100);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int number = t;
            threads.add(new Thread(() -> offerAll(log, number, taken, refused, underWay)));
        }
        threads.forEach(Thread::start);

        underWay.await();
        log.close();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(log.list("", PageRequest.first(1_000)).rows())
                .extracting(Decision::id)
                .hasSizeLessThan(1_000)
                .containsExactlyInAnyOrderElementsOf(taken);
        assertThat(log.dropped()).isEqualTo(refused.get()).isEqualTo(THREADS * EACH - taken.size());
        assertThat(log.offer(Samples.decision("late"))).isFalse();
    }

    private static void offerAll(
            SqlDecisionLog log, int number, Set<String> taken, AtomicLong refused, CountDownLatch underWay) {
        for (int i = 0; i < EACH; i++) {
            String id = number + "-" + i;
            if (log.offer(Samples.decision(id))) {
                taken.add(id);
            } else {
                refused.incrementAndGet();
            }
            underWay.countDown();
        }
    }
}
