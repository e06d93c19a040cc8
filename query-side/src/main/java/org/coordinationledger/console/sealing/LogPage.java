package org.coordinationledger.console.sealing;

import java.util.List;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.sealing.PublishedCheckpoint;
import org.coordinationledger.ledger.sealing.RecordedHeads;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.ledger.sealing.WitnessStatus;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.verification.VerificationRun;
import org.coordinationledger.service.verification.VerifiedPart;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.view.log.HeadProofs;
import org.coordinationledger.view.log.Verifications;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The checkpoints of the ledger, who cosigns them, and how anybody verifies them. */
@Controller
public final class LogPage {

    private static final int MOST_SHOWN = 20;

    private final SealedLog log;
    private final HeadProofs heads;
    private final Verifications verifications;

    LogPage(SealedLog log, HeadProofs heads, Verifications verifications) {
        this.log = log;
        this.heads = heads;
        this.verifications = verifications;
    }

    /** A checkpoint as a line of the table. */
    public record CheckpointRow(String size, String at, String root, String cosignatures) {}

    /** A witness as a line of the table. */
    public record WitnessRow(String name, String size, String at, String state, boolean well) {}

    /** The last verification of a part. */
    public record Verification(
            String part, String state, boolean well, boolean underWay, int percent, String told, @Nullable String fault,
            @Nullable String reason) {}

    @GetMapping("/console/log")
    String log(@ModelAttribute("page") Page page, Model model) {
        List<PublishedCheckpoint> checkpoints = log.newest(MOST_SHOWN);
        PublishedCheckpoint newest = checkpoints.isEmpty() ? null : checkpoints.get(0);
        model.addAttribute("origin", newest == null ? null : checkpoint(newest).origin());
        model.addAttribute("keys", log.verifierKeys());
        model.addAttribute("newest", newest == null ? null : newest.cosignedNote());
        model.addAttribute("checkpoints", checkpoints.stream().map(one -> row(one, page)).toList());
        model.addAttribute("witnesses", log.witnesses().stream().map(one -> row(one, page)).toList());
        model.addAttribute("heads", heads.last().map(recorded -> heads(recorded, page)).orElse(null));
        List<Verification> parts = verifications.last().entrySet().stream()
                .map(run -> verification(run.getKey(), run.getValue(), page))
                .toList();
        model.addAttribute("verifications", parts);
        model.addAttribute("verifying", parts.stream().anyMatch(Verification::underWay));
        return "console/log";
    }

    @PostMapping("/console/log/verification")
    String verify(Actor actor, @ModelAttribute("page") Page page) {
        if (!page.operates()) {
            throw new RejectedException(new ServiceRejection.AccessDenied(actor.role().name()));
        }
        verifications.start();
        return "redirect:/console/log#verification";
    }

    private static Verification verification(VerifiedPart part, VerificationRun run, Page page) {
        String name = part.name().toLowerCase(Locale.ROOT);
        Long at = run.faultPosition();
        return new Verification(
                page.text("log.verification." + name),
                page.text("log.verification." + run.state().name().toLowerCase(Locale.ROOT)),
                run.state() == VerificationRun.State.SOUND || run.state() == VerificationRun.State.RUNNING,
                run.state() == VerificationRun.State.RUNNING,
                run.percent(),
                page.text(
                        "log.verification.told." + name, "verified", page.number(run.verified()), "size",
                        page.number(run.size()), "checkpoints", page.number(run.checkpoints()),
                        "begun", page.time(run.startedAt()), "last", page.time(run.updatedAt())),
                at == null ? null : page.text(
                        "log.verification.fault." + name, "position", page.number(at), "what",
                        page.text("log.verification.kind." + kind(run))),
                run.reason());
    }

    /** What is concerned; a run that was kept before kinds were has none. */
    private static String kind(VerificationRun run) {
        LedgerFault.Kind kind = run.kind();
        return kind == null ? "other" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String heads(RecordedHeads recorded, Page page) {
        return page.text(
                "log.heads.told", "position", page.number(recorded.position()), "time", page.time(recorded.recordedAt()),
                "records", page.number(recorded.records()), "size", page.number(recorded.size()),
                "root", recorded.root().hex());
    }

    private static Checkpoint checkpoint(PublishedCheckpoint published) {
        return Checkpoint.parse(SignedNote.parse(published.note()).text());
    }

    private static CheckpointRow row(PublishedCheckpoint published, Page page) {
        return new CheckpointRow(
                page.number(published.size()), page.time(published.at()), checkpoint(published).root().base64(),
                page.number(published.cosignatures().size()));
    }

    private static WitnessRow row(WitnessStatus status, Page page) {
        WitnessStatus.@Nullable Trouble trouble = status.trouble();
        String state = trouble == null ? "cosigns" : trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new WitnessRow(
                status.name(), status.size() < 0 ? "–" : page.number(status.size()), page.time(status.at()),
                page.text("log.witness." + state), trouble == null);
    }
}
