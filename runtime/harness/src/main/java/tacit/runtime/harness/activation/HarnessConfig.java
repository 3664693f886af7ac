package tacit.runtime.harness.activation;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the harness lives and how long its bundles may take. */
@ObjectClassDefinition(name = "Tacit harness")
public @interface HarnessConfig {

    @AttributeDefinition(name = "Data directory", description = "Where the ledger and the store are")
    String data_directory();

    @AttributeDefinition(name = "Image", description = "The folder of the image; harness/*.jar in it come first")
    String home();

    @AttributeDefinition(
            name = "Start timeout",
            description = "Seconds that a bundle may take to start or to stop, in [1, 600]")
    int start_timeout_seconds() default 5;

    @AttributeDefinition(
            name = "Satisfy timeout",
            description = "Milliseconds in which the services that a component needs must be there, in [0, 60000]")
    int satisfy_timeout_millis() default 500;

    @AttributeDefinition(
            name = "Probe deadline",
            description = "Milliseconds that a provider may take for one probe, in [1, 600000]")
    int probe_deadline_millis() default 2000;

    @AttributeDefinition(
            name = "Drain timeout",
            description = "Milliseconds that a swap waits for calls in flight, in [0, 600000]")
    int drain_timeout_millis() default 10_000;

    @AttributeDefinition(
            name = "Reach",
            description = "How many of the youngest generations keep their bundles, in [1, 10000]")
    int reach() default 20;

    @AttributeDefinition(
            name = "Supervisor",
            description = "Seconds between two looks at the active bundles, in [1, 3600]")
    int supervisor_seconds() default 5;

    @AttributeDefinition(
            name = "Decision sample",
            description = "One of so many calls of a role is recorded; 0 for none; at most 1000000")
    int decision_sample() default 100;
}
