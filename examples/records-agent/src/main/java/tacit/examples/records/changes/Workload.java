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

    private static final int RECORDS = 8;
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
        List<String> names = names(random);
        for (Part part : Part.values()) {
            for (Kind kind : part.kinds()) {
                fill(part, kind, names, codes, random, entries, tasks);
            }
        }
        return new Workload(entries, tasks);
    }

    private static List<String> names(Random random) {
        List<String> names = new ArrayList<>();
        LAST.forEach(last -> FIRST.forEach(first -> names.add(first + " " + last)));
        Collections.shuffle(names, random);
        return names;
    }

    private static void fill(
            Part part,
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
            tasks.add(new ChangeTask(
                    "change-" + kind.name() + "-" + code,
                    part,
                    kind,
                    name,
                    code,
                    code(kind, codes, random),
                    value(kind, entries.size(), random)));
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

    List<ChangeTask> part(Part part) {
        return tasks.stream().filter(task -> task.part() == part).toList();
    }
}
