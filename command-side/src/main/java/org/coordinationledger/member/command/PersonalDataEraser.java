package org.coordinationledger.member.command;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.vocabulary.MemberId;

/**
 * Destroys a member's data key once the ledger says so. It follows the ledger with a token of its own, so that an
 * erasure is carried out after a crash too, and again after the ledger was restored.
 */
@ProcessingGroup(PersonalDataEraser.GROUP)
public final class PersonalDataEraser {

    /** The processor's name. */
    public static final String GROUP = "personal-data-erasure";

    private final PersonalDataVault vault;

    public PersonalDataEraser(PersonalDataVault vault) {
        this.vault = vault;
    }

    @EventHandler
    void on(MemberEvent.PersonalDataErased event, DomainEventMessage<?> message) {
        vault.erase(new MemberId(message.getAggregateIdentifier()));
    }
}
