package tacit.surface.agents.text;

import java.util.ArrayList;
import java.util.List;

/** What changes between two texts, line by line, with two lines around each change. Pure functions. */
public final class TextDiff {

    private static final int AROUND = 2;
    private static final long MOST = 4_000_000;

    private TextDiff() {}

    /** Lines that begin with a blank, a minus or a plus; empty where nothing changes. */
    public static List<String> of(String before, String after) {
        String[] left = lines(before);
        String[] right = lines(after);
        if ((long) left.length * right.length > MOST) {
            return List.of("  (too long to be shown: " + left.length + " lines become " + right.length + ")");
        }
        int[][] common = common(left, right);
        List<String> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.length || j < right.length) {
            if (i < left.length && j < right.length && left[i].equals(right[j])) {
                all.add("  " + left[i++]);
                j++;
            } else if (j < right.length && (i == left.length || common[i][j + 1] > common[i + 1][j])) {
                all.add("+ " + right[j++]);
            } else {
                all.add("- " + left[i++]);
            }
        }
        return near(all);
    }

    private static String[] lines(String text) {
        return text.isEmpty() ? new String[0] : text.split("\r?\n", -1);
    }

    /** The longest common rest from each pair of lines on. */
    private static int[][] common(String[] left, String[] right) {
        int[][] common = new int[left.length + 1][right.length + 1];
        for (int i = left.length - 1; i >= 0; i--) {
            for (int j = right.length - 1; j >= 0; j--) {
                common[i][j] = left[i].equals(right[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> near(List<String> all) {
        List<String> shown = new ArrayList<>();
        boolean cut = false;
        for (int i = 0; i < all.size(); i++) {
            if (isNear(all, i)) {
                shown.add(all.get(i));
                cut = false;
            } else if (!cut) {
                shown.add("  …");
                cut = true;
            }
        }
        return all.stream().allMatch(line -> line.startsWith("  ")) ? List.of() : shown;
    }

    private static boolean isNear(List<String> all, int at) {
        int end = Math.min(all.size(), at + AROUND + 1);
        return all.subList(Math.max(0, at - AROUND), end).stream().anyMatch(line -> !line.startsWith("  "));
    }
}
