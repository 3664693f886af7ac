package tacit.examples.records.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What is asked of the agent, and the records that it is about. The same seed gives the same.
 *
 * <p>Tasks that are held out are about other tables than the others, and share no name, code or value with them.
 *
 * @param entries of the register
 * @param tasks in the order in which they are done
 */
record Workload(List<Register.Entry> entries, List<ChangeTask> tasks) {

    private static final int RECORDS = 10;
    private static final int CODES = 9_000;
    private static final int FIRST_CODE = 1_000;
    /** One of so many names is that of two records. */
    private static final int NAMESAKES = 10;

    private static final List<String> FIRST = List.of(
            "Ada", "Ben", "Cora", "Dan", "Edith", "Finn", "Gwen", "Hugo", "Ida", "Jon", "Kate", "Liam", "Mona", "Ned",
            "Olga", "Paul", "Rosa", "Sam", "Tess", "Udo");
    private static final List<String> LAST = List.of(
            "Brook", "Carver", "Dale", "Ellis", "Frost", "Grove", "Heath", "Irving", "Jarvis", "Knoll", "Lane", "Marsh",
            "North", "Orchard", "Pike", "Quarry", "Reed", "Stone", "Thorn", "Vale");

    Workload {
        entries = List.copyOf(entries);
        tasks = List.copyOf(tasks);
    }

    static Workload of(long seed) {
        Random random = new Random(seed);
        Set<String> codes = new HashSet<>();
        List<Register.Entry> entries = new ArrayList<>();
        List<ChangeTask> tasks = new ArrayList<>();
        for (boolean heldOut : new boolean[] {false, true}) {
            List<String> names = names(heldOut, random);
            for (Kind kind : Kind.ALL) {
                if (kind.heldOut() == heldOut) {
                    fill(kind, names, codes, random, entries, tasks);
                }
            }
        }
        return new Workload(entries, tasks);
    }

    /** The last names divide those of the one part from those of the other. */
    private static List<String> names(boolean heldOut, Random random) {
        int half = LAST.size() / 2;
        List<String> names = new ArrayList<>();
        for (String last : heldOut ? LAST.subList(half, LAST.size()) : LAST.subList(0, half)) {
            FIRST.forEach(first -> names.add(first + " " + last));
        }
        Collections.shuffle(names, random);
        return names;
    }

    private static void fill(
            Kind kind,
            List<String> names,
            Set<String> codes,
            Random random,
            List<Register.Entry> entries,
            List<ChangeTask> tasks) {
        for (int i = 0; i < RECORDS; i++) {
            String name = names.remove(names.size() - 1);
            String code = code(kind, codes, random);
            entries.add(new Register.Entry(kind, code, name));
            if (random.nextInt(NAMESAKES) == 0) {
                entries.add(new Register.Entry(kind, code(kind, codes, random), name));
            }
            String id = "change-" + kind.name() + "-" + code;
            tasks.add(new ChangeTask(id, kind, name, code, value(kind, entries.size(), random)));
        }
    }

    private static String code(Kind kind, Set<String> codes, Random random) {
        String code;
        do {
            code = kind.prefix() + (FIRST_CODE + random.nextInt(CODES));
        } while (!codes.add(code));
        return code;
    }

    private static String value(Kind kind, int number, Random random) {
        return kind.field().charAt(0) + "-" + number + "-" + random.nextInt(1_000_000);
    }

    /** The tasks that are held out, or the others. */
    List<ChangeTask> part(boolean heldOut) {
        return tasks.stream().filter(task -> task.kind().heldOut() == heldOut).toList();
    }
}
