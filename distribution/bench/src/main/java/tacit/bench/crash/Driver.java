package tacit.bench.crash;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes the harness without a pause until the host is gone. Its fields may be read from another thread. */
final class Driver implements Runnable {

    /** What the host is asked for at a moment. */
    enum Act {
        NOTHING,
        ACTIVATION,
        ROLLBACK
    }

    private static final Pattern ACTIVE = Pattern.compile("Generation (\\d+) is active");

    private final HostShell shell;
    private final AtomicInteger turn;
    private volatile Act act = Act.NOTHING;
    private volatile long acknowledged;

    /**
     * Begins where the last driver ended.
     *
     * @param turn counts the acts of all drivers, so that no two settings are the same
     * @param acknowledged the generation that is active now
     */
    Driver(HostShell shell, AtomicInteger turn, long acknowledged) {
        this.shell = shell;
        this.turn = turn;
        this.acknowledged = acknowledged;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                int number = turn.incrementAndGet();
                if (number % 2 == 1) {
                    ask(Act.ACTIVATION, activation(number));
                } else {
                    ask(Act.ROLLBACK, "tacit:rollback");
                }
            }
        } catch (IOException gone) {
            // The host was killed: what was asked for last stays in the fields
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String activation(int number) {
        return number % 4 == 1
                ? "tacit:activate tacit.learn.template@1.1.0 --reason 'crash bench'"
                : "tacit:activate tacit.learn.template.MaskingTemplates:longest=" + (100 + number % 900);
    }

    private void ask(Act what, String line) throws IOException, InterruptedException {
        act = what;
        HostShell.Answer answer = shell.type(line);
        Matcher active = ACTIVE.matcher(answer.out());
        if (answer.exit() == 0 && active.find()) {
            acknowledged = Long.parseLong(active.group(1));
        }
        act = Act.NOTHING;
    }

    /** What is being asked for. */
    Act act() {
        return act;
    }

    /** The generation that the host last said to be active. */
    long acknowledged() {
        return acknowledged;
    }
}
