package tacit.surface.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.harness.Harness;
import tacit.api.learn.FailureClusters;
import tacit.api.store.Database;
import tacit.api.trace.TraceStore;

/** Says how the host stands that it runs in. */
@Component(property = Command.NAME + "=status")
@Designate(ocd = StatusCommand.Config.class)
public final class StatusCommand implements Command {

    /** Where the host writes how it is reached. */
    @ObjectClassDefinition(name = "Tacit status command")
    public @interface Config {

        @AttributeDefinition(description = "The data directory of the host")
        String data_directory() default "";
    }

    private final TraceStore traces;
    private final FailureClusters clusters;
    private final Database database;
    private final @Nullable Generations generations;
    private final @Nullable Harness harness;
    private final Clock clock;
    private final String dataDirectory;

    @Activate
    public StatusCommand(
            @Reference TraceStore traces,
            @Reference FailureClusters clusters,
            @Reference Database database,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Generations generations,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Harness harness,
            @Reference Clock clock,
            Config config) {
        this(traces, clusters, database, generations, harness, clock, config.data_directory());
    }

    StatusCommand(
            TraceStore traces,
            FailureClusters clusters,
            Database database,
            @Nullable Generations generations,
            @Nullable Harness harness,
            Clock clock,
            String dataDirectory) {
        this.traces = traces;
        this.clusters = clusters;
        this.database = database;
        this.generations = generations;
        this.harness = harness;
        this.clock = clock;
        this.dataDirectory = dataDirectory;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "status [--json]: what the host is doing";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<HostFile> host = HostFile.read(dataDirectory);
        Holdings holdings = Holdings.count(traces, clusters);
        if (arguments.contains("--json")) {
            console.out().println(json(host, holdings));
        } else {
            print(host, holdings, console.out());
        }
        return OK;
    }

    private void print(Optional<HostFile> host, Holdings holdings, PrintStream out) {
        out.println(host.map(open -> "host        process " + open.pid() + ", up for " + words(uptime(open)))
                .orElse("host        not open"));
        host.ifPresent(open -> out.println(
                "ports       API http://127.0.0.1:" + open.apiPort() + ", OTLP http://127.0.0.1:" + open.otlpPort()));
        out.println("traces      " + holdings.traces() + " with " + holdings.spans() + " spans, " + pending(holdings)
                + " not learned from yet");
        out.println("clusters    " + holdings.families() + details(holdings));
        out.println("generation  "
                + active().map(StatusCommand::words).orElse("none: the harness did not start, see ./tacit doctor"));
        alarms().forEach(alarm -> out.println("alarm       " + alarm));
        out.println("store       " + database.description());
    }

    private Optional<Generation> active() {
        return generations == null ? Optional.empty() : generations.active();
    }

    private List<String> alarms() {
        return harness == null ? List.of() : harness.alarms();
    }

    private static String words(Generation generation) {
        return generation.number() + " with " + generation.roles().size() + " roles: " + generation.reason();
    }

    private static String pending(Holdings holdings) {
        return holdings.pending() < Holdings.MOST_PENDING
                ? String.valueOf(holdings.pending())
                : "at least " + holdings.pending();
    }

    private static String details(Holdings holdings) {
        String states = holdings.clusters().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return states.isEmpty() ? "" : ": " + states;
    }

    private String json(Optional<HostFile> host, Holdings holdings) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("running", host.isPresent());
        host.ifPresent(open -> {
            status.put("pid", open.pid());
            status.put("apiPort", open.apiPort());
            status.put("otlpPort", open.otlpPort());
            status.put("startedAt", open.startedAt().toString());
            status.put("uptimeSeconds", uptime(open).toSeconds());
        });
        status.put("traces", holdings.traces());
        status.put("spans", holdings.spans());
        status.put("pending", holdings.pending());
        status.put("clusters", holdings.clusters());
        status.put("generation", active().map(Generation::number).orElse(null));
        status.put("alarms", alarms());
        status.put("store", database.description());
        try {
            return new ObjectMapper().writeValueAsString(status);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot write the status: " + impossible.getMessage(), impossible);
        }
    }

    private Duration uptime(HostFile host) {
        return Duration.between(host.startedAt(), clock.instant());
    }

    static String words(Duration time) {
        if (time.toHours() >= 48) {
            return time.toDays() + " days";
        }
        if (time.toMinutes() >= 120) {
            return time.toHours() + " hours";
        }
        return time.toSeconds() >= 120 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
