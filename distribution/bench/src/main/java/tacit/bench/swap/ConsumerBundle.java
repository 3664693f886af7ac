package tacit.bench.swap;

import java.util.function.BinaryOperator;
import org.osgi.util.tracker.ServiceTracker;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.TestFramework;

/** A bundle whose component holds the templates by a static greedy reference. Thread-safe. */
final class ConsumerBundle implements AutoCloseable {

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="consumer" init="1"
                deactivate="deactivate">
              <service><provide interface="java.util.function.BinaryOperator"/></service>
              <reference name="templates" parameter="0" interface="tacit.api.learn.FailureTemplates" policy="static"
                  policy-option="greedy"/>
              <implementation class="tacit.bench.swap.StaticConsumer"/>
            </scr:component>
            """;

    @SuppressWarnings("rawtypes")
    private final ServiceTracker<BinaryOperator, BinaryOperator> tracker;

    ConsumerBundle(TestFramework framework) {
        framework.start(BundleJar.named("tacit.bench.consumer", "1.0.0")
                .type(StaticConsumer.class)
                .component("consumer", COMPONENT)
                .bytes());
        tracker = new ServiceTracker<>(framework.context(), BinaryOperator.class, null);
        tracker.open();
    }

    @SuppressWarnings("unchecked")
    String call(String message, String input) {
        BinaryOperator<String> consumer = tracker.getService();
        if (consumer == null) {
            throw new IllegalStateException("Cannot ask: the consumer is not there");
        }
        return consumer.apply(message, input);
    }

    @Override
    public void close() {
        tracker.close();
    }
}
