package tacit.pulse.executors;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;

/** Does what a test says, and keeps what it was asked. */
final class FakeExecutor implements TaskExecutor {

    /** What it does. */
    interface Work {
        TaskResult does(TaskOrder order) throws InterruptedException;
    }

    final List<TaskOrder> orders = new CopyOnWriteArrayList<>();
    final CountDownLatch stopped = new CountDownLatch(1);
    volatile String problem = "";
    private final String name;
    private final Work work;

    FakeExecutor(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /** One that goes on until it is interrupted. */
    static FakeExecutor endless(String name) {
        FakeExecutor[] self = new FakeExecutor[1];
        self[0] = new FakeExecutor(name, order -> {
            try {
                new CountDownLatch(1).await();
                return TaskResult.done("never");
            } finally {
                self[0].stopped.countDown();
            }
        });
        return self[0];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String problem(Map<String, String> deviceSettings) {
        return problem;
    }

    @Override
    public TaskResult execute(TaskOrder order) throws InterruptedException {
        orders.add(order);
        return work.does(order);
    }
}
