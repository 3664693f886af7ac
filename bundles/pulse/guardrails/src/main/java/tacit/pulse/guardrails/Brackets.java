package tacit.pulse.guardrails;

/** Finds where brackets end. */
final class Brackets {

    private Brackets() {}

    /**
     * The place of the bracket that closes the one at a place; -1 when there is none. Quotations are passed over.
     *
     * @param open of the place
     */
    static int end(String text, int place, char open, char close) {
        int depth = 0;
        char quote = '\0';
        for (int i = place; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && quote != '\'') {
                i++;
            } else if (quote != '\0') {
                quote = sign == quote ? '\0' : quote;
            } else if (sign == '\'' || sign == '"') {
                quote = sign;
            } else if (sign == open) {
                depth++;
            } else if (sign == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
