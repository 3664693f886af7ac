package tacit.pulse.executors.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.channel.exchange.Surroundings;

/**
 * Has tasks done by a program that an operator configured: the task is its input, the context lies in a file that
 * {@code TACIT_CONTEXT} names, and it runs in the folder of the workspace. It sees no other variable of the host than the usual
 * ones and those that the operator names. Thread-safe.
 */
@Component
public final class ProcessExecutor implements TaskExecutor {

    private final WorkFolders folders;
    private final WorkModels models;
    private final Map<String, String> host;

    @Activate
    public ProcessExecutor(@Reference WorkFolders folders, @Reference WorkModels models) {
        this(folders, models, System.getenv());
    }

    ProcessExecutor(WorkFolders folders, WorkModels models, Map<String, String> host) {
        this.folders = folders;
        this.models = models;
        this.host = Map.copyOf(host);
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String problem(Map<String, String> deviceSettings) {
        Settings settings = new Settings(deviceSettings);
        List<String> command = Surroundings.command(settings.get("command"));
        if (command.isEmpty()) {
            return "settings.command must be given";
        }
        String context = settings.get("context", "file");
        if (!context.equals("file") && !context.equals("environment")) {
            return "settings.context must be file or environment, got '" + context + "'";
        }
        if (!settings.get("folder").isEmpty() && !Files.isDirectory(Path.of(settings.get("folder")))) {
            return "settings.folder must be a folder, got '" + settings.get("folder") + "'";
        }
        try {
            Surroundings.of(host, settings.get("environment"));
        } catch (IllegalArgumentException e) {
            return "settings." + e.getMessage();
        }
        boolean everywhere = !command.get(0).contains("/") || command.get(0).startsWith("/");
        return everywhere
                        && Program.find(command.get(0), host.get("PATH"), Path.of("/"))
                                .isEmpty()
                ? "there is no program '" + command.get(0) + "'"
                : "";
    }

    @Override
    public TaskResult execute(TaskOrder order) throws InterruptedException {
        Settings settings = new Settings(order.deviceSettings());
        try {
            Path own = folders.open(order.executionId(), order.attempt());
            try {
                Path folder = settings.get("folder").isEmpty()
                        ? Objects.requireNonNullElse(order.folder(), own)
                        : Path.of(settings.get("folder"));
                Attempt attempt = new Attempt(order, own, models.of(order));
                return attempt.run(
                        Surroundings.command(settings.get("command")),
                        folder,
                        Surroundings.of(host, settings.get("environment")),
                        attempt.variables(settings.get("context").equals("environment")));
            } finally {
                folders.close(own);
            }
        } catch (IOException e) {
            return TaskResult.unavailable("It cannot be run: " + e.getClass().getSimpleName());
        }
    }
}
