package org.coordinationledger.console.form;

/** A question to the command side that it refused; the page tells what it said. */
final class RefusedByCommandSide extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient CommandSide.Answer answer;

    RefusedByCommandSide(CommandSide.Answer answer) {
        super("refused with " + answer.status());
        this.answer = answer;
    }

    int status() {
        return answer.status();
    }

    Possible.Why why() {
        return new Possible.Why(
                answer.body().path("type").asString(""),
                answer.body().path("title").asString(""),
                answer.body().path("detail").asString(""));
    }
}
