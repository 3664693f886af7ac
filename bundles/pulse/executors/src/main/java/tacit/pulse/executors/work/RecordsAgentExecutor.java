package tacit.pulse.executors.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Secret;
import tacit.channel.exchange.Surroundings;

/**
 * Has the example agent do a round of its questions, for demonstrations: whatever the task says, it answers all of them, leaves
 * its traces, and says how many it solved. Thread-safe.
 */
@Component
public final class RecordsAgentExecutor implements TaskExecutor {

    private static final Pattern SOLVED = Pattern.compile("Solved (\\d+) of (\\d+) tasks");

    private final WorkFolders folders;
    private final WorkModels models;
    private final Map<String, String> host;

    @Activate
    public RecordsAgentExecutor(@Reference WorkFolders folders, @Reference WorkModels models) {
        this(folders, models, System.getenv());
    }

    RecordsAgentExecutor(WorkFolders folders, WorkModels models, Map<String, String> host) {
        this.folders = folders;
        this.models = models;
        this.host = Map.copyOf(host);
    }

    @Override
    public String name() {
        return "records-agent";
    }

    @Override
    public String problem(Map<String, String> deviceSettings) {
        Settings settings = new Settings(deviceSettings);
        if (!settings.get("program").startsWith("/")) {
            return "settings.program must be the path of examples/records-agent/records-agent";
        }
        try {
            token(settings);
            settings.number("trials", 1, 1, 100);
            address(settings, "api");
            address(settings, "otlp");
        } catch (IllegalArgumentException e) {
            return Objects.requireNonNullElse(e.getMessage(), "its settings cannot be read");
        }
        return Program.find(settings.get("program"), null, Path.of("/")).isPresent()
                ? ""
                : "there is no program '" + settings.get("program") + "'";
    }

    private Secret token(Settings settings) {
        return Secret.find("settings.token", settings.get("token.file"), settings.get("token.environment"), host);
    }

    private static String address(Settings settings, String name) {
        String address = settings.get(name);
        return address.isEmpty() ? "" : Exchange.address(address);
    }

    @Override
    public TaskResult execute(TaskOrder order) throws InterruptedException {
        Settings settings = new Settings(order.deviceSettings());
        try {
            Path own = folders.open(order.executionId(), order.attempt());
            try {
                Attempt attempt = new Attempt(order, own, models.of(order));
                Map<String, String> fields = new TreeMap<>(attempt.variables(false));
                Secret token = token(settings);
                if (token.isThere()) {
                    fields.put("token", token.reveal());
                }
                return told(attempt.run(command(order, settings), own, Surroundings.of(host), fields));
            } finally {
                folders.close(own);
            }
        } catch (IOException e) {
            return TaskResult.unavailable("It cannot be run: " + e.getClass().getSimpleName());
        }
    }

    private static List<String> command(TaskOrder order, Settings settings) {
        List<String> command = new ArrayList<>(List.of(
                settings.get("program"),
                "--session",
                order.executionId(),
                "--workspace",
                order.brief().workspaceId(),
                "--trials",
                String.valueOf(settings.number("trials", 1, 1, 100))));
        String user = order.brief().userId();
        if (user != null) {
            command.addAll(List.of("--user", user));
        }
        for (String name : List.of("api", "otlp")) {
            if (!settings.get(name).isEmpty()) {
                command.addAll(List.of("--" + name, address(settings, name)));
            }
        }
        return command;
    }

    private static TaskResult told(TaskResult result) {
        Matcher solved = SOLVED.matcher(result.output());
        if (!result.succeeded()) {
            return result;
        }
        if (!solved.find()) {
            return TaskResult.failed("It did not say how much it solved");
        }
        Map<String, String> facts = new TreeMap<>(result.facts());
        facts.put("solved", solved.group(1));
        facts.put("tasks", solved.group(2));
        return new TaskResult(true, result.output(), null, false, 0, 0, null, facts);
    }
}
