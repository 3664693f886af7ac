package tacit.bench.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A folder with files named and written as those of the real data, with runs of our own. */
record InventedBatches(Path folder) {

    static final int TASKS = 60;

    /** Schema and turns help, ReAct harms, and turns change nothing for who has the schema. */
    static InventedBatches in(Path folder) {
        InventedBatches batches = new InventedBatches(folder);
        batches.queries("sql/gpt-3.5-1-turn", task -> task % 10 == 0);
        batches.queries("sql/gpt-3.5-10-turns", task -> task % 3 == 0 || task % 10 == 0);
        batches.queries("sql/gpt-3.5-1-turn-schema", task -> task % 4 != 1);
        batches.queries("sql/gpt-3.5-10-turns-schema", task -> task % 4 != 1);
        for (String system : new String[] {"fs1", "fs3", "fs4"}) {
            batches.queries("bash/gpt-3.5-10-turns-" + system, task -> task % 2 == 0);
            batches.queries("bash/gpt-3.5-react-" + system, task -> task % 9 == 0);
        }
        batches.flights();
        return batches;
    }

    private void queries(String name, IntPredicate solved) {
        write(
                "intercode/" + name,
                IntStream.range(0, TASKS)
                        .mapToObj(task -> query(name.replaceAll(".*-(fs\\d)?", "$1"), task, solved.test(task)))
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private static String query(String system, int task, boolean solved) {
        String reward = solved ? "1" : "0";
        return """
                "%d": {"query": "How many lamps stand in room %d %s?", "hardness": "easy",
                  "turn_history": {"actions": ["count %d"], "observations": ["[(%d,)]"], "rewards": [%s],
                    "valid_action": [true]},
                  "summary": {"max_reward": %s, "turns_taken": 1}}""".formatted(task, task, system.matches("fs\\d") ? system : "", task, task, reward, reward);
    }

    private void flights() {
        write(
                "tau-bench-airline/gpt-4o-airline",
                IntStream.range(0, 4 * TASKS)
                        .mapToObj(run -> flight(run / 4, run % 4))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static String flight(int task, int trial) {
        return """
                {"task_id": %d, "trial": %d, "reward": %d.0, "info": {"task": {"instruction": "Book seat %d", "actions": []}},
                 "traj": [{"role": "user", "content": "Seat %d, please"}, {"role": "assistant", "content": "Done"}]}""".formatted(task, trial, (task * 7 + trial) % 3 == 0 ? 1 : 0, task, task);
    }

    private void write(String name, String json) {
        Path file = folder.resolve(name + ".json.gz");
        try {
            Files.createDirectories(file.getParent());
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(json.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
