package tacit.surface.mission.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two texts line by line, by their longest common lines. */
final class Differences {

    private static final int MOST = 600;

    private Differences() {}

    /** Lines with a mark: {@code -} only before, {@code +} only after, {@code =} in both. */
    static List<Map<String, String>> of(Map<String, Object> arguments) {
        return of(lines(arguments.get("before")), lines(arguments.get("after")));
    }

    private static List<Map<String, String>> of(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        List<Map<String, String>> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(line("=", before.get(i++)));
                j++;
            } else if (j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(line("-", before.get(i++)));
            } else {
                lines.add(line("+", after.get(j++)));
            }
        }
        return lines;
    }

    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static Map<String, String> line(String mark, String text) {
        return Map.of("mark", mark, "text", text);
    }

    private static List<String> lines(@Nullable Object text) {
        if (text == null || text.toString().isEmpty()) {
            return List.of();
        }
        List<String> lines = text.toString().lines().toList();
        return lines.size() <= MOST ? lines : shortened(lines);
    }

    private static List<String> shortened(List<String> lines) {
        List<String> some = new ArrayList<>(lines.subList(0, MOST));
        some.add("… " + (lines.size() - MOST) + " further lines");
        return some;
    }
}
