package tacit.memory.sentences;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Finds many literals in one pass over a text, and tells the numbers that belong to them (Aho and Corasick, 1975). Immutable. */
final class LiteralFinder {

    private static final int ROOT = 0;

    private final char[] columns;
    private final int width;

    /** By node and column: the node after a letter. */
    private final char[] next;

    /** By node: the numbers of the literals that end there. */
    private final int[][] numbers;

    /** A tree of the literals, letter by letter. */
    private static final class Tree {

        private final List<Map<Character, Integer>> children = new ArrayList<>();
        private final List<BitSet> numbers = new ArrayList<>();

        Tree() {
            grow();
        }

        private int grow() {
            children.add(new HashMap<>());
            numbers.add(new BitSet());
            return children.size() - 1;
        }

        void add(String literal, int number) {
            int node = ROOT;
            for (int i = 0; i < literal.length(); i++) {
                node = children.get(node).computeIfAbsent(literal.charAt(i), key -> grow());
            }
            numbers.get(node).set(number);
        }
    }

    /** Finds these literals, each with the numbers that belong to it. */
    LiteralFinder(Map<String, BitSet> literals) {
        Tree tree = new Tree();
        literals.forEach((literal, all) -> all.stream().forEach(number -> tree.add(literal, number)));
        String letters = String.join("", literals.keySet());
        columns = new char[letters.chars().max().orElse(0) + 1];
        int seen = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (columns[letters.charAt(i)] == 0) {
                columns[letters.charAt(i)] = (char) ++seen;
            }
        }
        width = seen + 1;
        if (tree.children.size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException("literals must have at most " + (int) Character.MAX_VALUE
                    + " begins in all, got " + tree.children.size());
        }
        next = new char[tree.children.size() * width];
        link(tree);
        numbers = tree.numbers.stream().map(all -> all.stream().toArray()).toArray(int[][]::new);
    }

    /** Where a letter leads nowhere, it leads where it would from the longest end that also begins a literal. */
    private void link(Tree tree) {
        int[] shorter = new int[tree.children.size()];
        Queue<Integer> nodes = new ArrayDeque<>(List.of(ROOT));
        while (!nodes.isEmpty()) {
            int node = nodes.remove();
            tree.numbers.get(node).or(tree.numbers.get(shorter[node]));
            System.arraycopy(next, shorter[node] * width, next, node * width, width);
            tree.children.get(node).forEach((letter, child) -> {
                int place = node * width + columns[letter];
                shorter[child] = node == ROOT ? ROOT : next[place];
                next[place] = (char) (int) child;
                nodes.add(child);
            });
        }
    }

    /** Adds the numbers of all literals in a text. */
    void find(String text, BitSet found) {
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            node = next[node * width + (letter < columns.length ? columns[letter] : 0)];
            for (int number : numbers[node]) {
                found.set(number);
            }
        }
    }
}
