package dev.callautomation.camel.model;

/** What a {@link CommunicationIdentifier} stands for. */
public enum IdentifierKind {
    unknown,
    communicationUser,
    phoneNumber,
    microsoftTeamsUser,
    microsoftTeamsApp,
    teamsExtensionUser
}
