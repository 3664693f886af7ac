package tacit.bench.swap;

import java.util.function.BinaryOperator;
import tacit.api.learn.FailureTemplates;

/** A component that holds the templates by a plain static reference, as services of the host do. Thread-safe. */
public final class StaticConsumer implements BinaryOperator<String> {

    private final FailureTemplates templates;
    private volatile boolean stopped;

    public StaticConsumer(FailureTemplates templates) {
        this.templates = templates;
    }

    public void deactivate() {
        stopped = true;
    }

    @Override
    public String apply(String message, String input) {
        String answer = templates.template(message, input);
        if (stopped) {
            throw new IllegalStateException("Cannot answer: the consumer was stopped");
        }
        return answer;
    }
}
