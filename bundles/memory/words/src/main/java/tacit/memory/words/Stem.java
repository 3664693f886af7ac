package tacit.memory.words;

import java.util.Map;

/** Takes the common endings off an English word, lightly: rather two words for one meaning than one word for two. */
final class Stem {

    private static final int SHORTEST = 4;
    private static final Map<String, String> IRREGULAR = WordList.firstByOthers("irregular.txt");

    private Stem() {}

    static String of(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() < SHORTEST || !isPlain(word)) {
            return word;
        }
        String single = withoutPlural(word);
        String irregular = single.equals(word) ? null : IRREGULAR.get(single);
        String root = irregular == null ? withoutForm(single) : irregular;
        return root.length() > SHORTEST && root.endsWith("e") ? root.substring(0, root.length() - 1) : withI(root);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static String withoutPlural(String word) {
        if (!word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > SHORTEST) {
            return cut(word, 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return cut(word, 2);
        }
        boolean plural = !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? cut(word, 1) : word;
    }

    private static String withoutForm(String word) {
        if ("gdy".indexOf(word.charAt(word.length() - 1)) < 0) {
            return word;
        }
        if (word.endsWith("ing") && hasVowel(cut(word, 3)) && word.length() > 5) {
            return single(cut(word, 3));
        }
        if (word.endsWith("ied") && word.length() > SHORTEST) {
            return cut(word, 3) + "y";
        }
        if (word.endsWith("ed") && !word.endsWith("eed") && hasVowel(cut(word, 2)) && word.length() > SHORTEST) {
            return single(cut(word, 2));
        }
        return word.endsWith("ly") && word.length() > 6 ? cut(word, 2) : word;
    }

    /** A doubled letter before an ending was doubled for it, except where words end in two. */
    private static String single(String root) {
        int last = root.length() - 1;
        boolean doubled =
                last > 1 && root.charAt(last) == root.charAt(last - 1) && "lsz".indexOf(root.charAt(last)) < 0;
        String once = doubled ? cut(root, 1) : root;
        return once.length() <= 3 && !doubled && isShort(once) ? once + "e" : once;
    }

    /** Such as {@code bak} and {@code us}, which lost an e. */
    private static boolean isShort(String root) {
        int last = root.length() - 1;
        return last >= 1
                && isVowel(root.charAt(last - 1))
                && !isVowel(root.charAt(last))
                && "wxy".indexOf(root.charAt(last)) < 0
                && (last < 2 || !isVowel(root.charAt(last - 2)));
    }

    private static String withI(String root) {
        return root.length() > SHORTEST && root.endsWith("y") && !isVowel(root.charAt(root.length() - 2))
                ? cut(root, 1) + "i"
                : root;
    }

    private static boolean hasVowel(String root) {
        for (int i = 0; i < root.length(); i++) {
            if (isVowel(root.charAt(i)) || root.charAt(i) == 'y') {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
