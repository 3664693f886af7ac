package tacit.pulse.executors.work;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.channel.exchange.Surroundings;
import tacit.pulse.executors.BriefJson;

/** One attempt of a program at a task: its files, its variables and what came of it. Confined to a thread. */
final class Attempt {

    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_READ = 1 << 20;
    private static final int LONGEST_VARIABLE = 100_000;

    /** By convention (sysexits.h) what is to be tried later. */
    private static final int TRY_LATER = 75;

    /** Attributes that a program is told as variables: under what its runs are reported, and whose candidate answers it. */
    private static final List<String> NAMED = List.of("batch", "trial");

    private final TaskOrder order;
    private final Path own;
    private final Optional<String> model;

    /** @param model that it is to be done with; empty for the program's own */
    Attempt(TaskOrder order, Path own, Optional<String> model) {
        this.order = order;
        this.own = own;
        this.model = model;
    }

    /** The task as variables; its context and the whole brief lie in files. */
    Map<String, String> variables(boolean contextToo) throws IOException {
        TaskBrief brief = order.brief();
        Path context = write("context.md", brief.context());
        Path whole = write("brief.json", BriefJson.fields(brief).toString());
        Map<String, String> fields = new TreeMap<>();
        fields.put("execution", order.executionId());
        fields.put("attempt", String.valueOf(order.attempt()));
        fields.put("task", brief.id());
        fields.put("title", brief.title());
        fields.put("workspace", brief.workspaceId());
        fields.put("profile", brief.profileId());
        fields.put("source", brief.source());
        fields.put("run", brief.runId());
        fields.put("device", order.device());
        fields.put("timeout_seconds", String.valueOf(Math.max(1, order.remaining() / 1000)));
        fields.put("max_tokens", String.valueOf(brief.maxTokens()));
        fields.put("max_micros", String.valueOf(brief.maxMicros()));
        fields.put("context", context.toString());
        fields.put("brief", whole.toString());
        for (String name : NAMED) {
            if (brief.attributes().containsKey(name)) {
                fields.put(name, brief.attributes().get(name));
            }
        }
        model.ifPresent(id -> fields.put("model", id));
        if (brief.userId() != null) {
            fields.put("user", brief.userId());
        }
        if (contextToo) {
            fields.put("context_text", brief.context());
        }
        fields.replaceAll((name, value) -> variable(value));
        return fields;
    }

    private static String variable(String value) {
        String text = value.replace('\0', ' ');
        return text.length() > LONGEST_VARIABLE ? text.substring(0, LONGEST_VARIABLE) : text;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(own.resolve(name), text, StandardCharsets.UTF_8);
    }

    TaskResult run(List<String> command, Path folder, Surroundings surroundings, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> environment = new TreeMap<>();
        surroundings.replace(environment, fields);
        Optional<Path> file = Program.find(command.get(0), environment.get("PATH"), folder);
        if (file.isEmpty()) {
            return TaskResult.unavailable("There is no program '" + command.get(0) + "'");
        }
        List<String> words = new ArrayList<>(command);
        words.set(0, file.get().toString());
        Path output = own.resolve("output.txt");
        Path error = own.resolve("error.txt");
        Program.Ended ended = new Program(
                        words,
                        folder,
                        environment,
                        write("task.txt", order.brief().prompt()),
                        output,
                        error,
                        Duration.ofMillis(order.remaining()),
                        MOST_BYTES,
                        own.resolve(WorkFolders.MARK))
                .run();
        return result(ended, Said.ofPrinted(read(output)), lastLine(read(error)));
    }

    private static TaskResult result(Program.Ended ended, Said said, String complaint) {
        Map<String, String> facts = Map.of("exit", String.valueOf(ended.exit()));
        if (ended.timedOut()) {
            return said.failed("Out of time", false, facts);
        }
        if (ended.tooMuch()) {
            return said.failed("It wrote more than " + MOST_BYTES + " bytes", false, facts);
        }
        if (ended.exit() != 0) {
            String why = "It ended with " + ended.exit() + (complaint.isEmpty() ? "" : ": " + complaint);
            return said.failed(why, ended.exit() == TRY_LATER, facts);
        }
        return said.result(facts);
    }

    /** What is too long is read from its end, where the last line is, and from its beginning. */
    static String read(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            if (length <= MOST_READ) {
                return text(bytes, 0, (int) length);
            }
            int half = MOST_READ / 2;
            return text(bytes, 0, half) + "\n… [cut] …\n" + text(bytes, length - half, half);
        }
    }

    private static String text(RandomAccessFile file, long from, int length) throws IOException {
        byte[] part = new byte[length];
        file.seek(from);
        file.readFully(part);
        return new String(part, StandardCharsets.UTF_8);
    }

    private static String lastLine(String text) {
        String stripped = text.strip();
        String line = stripped.substring(stripped.lastIndexOf('\n') + 1);
        return line.length() > 500 ? line.substring(0, 500) : line;
    }
}
