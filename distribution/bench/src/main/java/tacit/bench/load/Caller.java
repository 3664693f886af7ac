package tacit.bench.load;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that calls a host over several connections, at moments that were drawn before. */
public final class Caller {

    private Caller() {}

    /**
     * Calls to the end of the load and prints each answer as a line.
     *
     * @param arguments API port, OTLP port, file of the token, connections, calls per second, seconds, seed
     */
    public static void main(String[] arguments) throws Exception {
        int[] numbers = new int[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            numbers[i] = i == 2 ? 0 : Integer.parseInt(arguments[i]);
        }
        String token = Files.readString(Path.of(arguments[2])).strip();
        long[] due = due(numbers[4], numbers[5], numbers[6]);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        AtomicInteger next = new AtomicInteger();
        List<Calls> connections = new ArrayList<>();
        for (int i = 0; i < numbers[3]; i++) {
            connections.add(new Calls(numbers[0], numbers[1], token, numbers[6] * 1_000L + i));
        }
        atOnce(connections, (calls, i) -> warmUp(calls));
        long begin = System.nanoTime();
        atOnce(connections, (calls, i) -> call(calls, new Random(numbers[6] * 2_000L + i), due, next, begin, out));
        out.flush();
    }

    /** What one connection does. */
    private interface Work {

        void on(Calls calls, int connection);
    }

    private static void atOnce(List<Calls> connections, Work work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            int number = i;
            threads.add(new Thread(() -> work.on(connections.get(number), number), "caller-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Connects and loads what calls need, so that no answer waits for the caller itself; what fails here fails when it counts, too. */
    private static void warmUp(Calls calls) {
        try {
            for (Kind kind : Kind.values()) {
                calls.ask(kind);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Moments in microseconds with independent gaps between, as calls of many agents have. */
    static long[] due(int perSecond, int seconds, long seed) {
        Random random = new Random(seed);
        List<Long> due = new ArrayList<>();
        double at = 0;
        while (true) {
            at += -Math.log(1 - random.nextDouble()) / perSecond;
            if (at >= seconds) {
                return due.stream().mapToLong(Long::longValue).toArray();
            }
            due.add((long) (at * 1e6));
        }
    }

    private static void call(Calls calls, Random kinds, long[] due, AtomicInteger next, long begin, PrintStream out) {
        try {
            for (int i = next.getAndIncrement(); i < due.length; i = next.getAndIncrement()) {
                long dueNanos = begin + TimeUnit.MICROSECONDS.toNanos(due[i]);
                TimeUnit.NANOSECONDS.sleep(dueNanos - System.nanoTime());
                Kind kind = Kind.of(kinds.nextInt(100));
                String wrong = calls.ask(kind);
                long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - dueNanos);
                out.println(new Answered(kind, due[i], micros, wrong).line());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
