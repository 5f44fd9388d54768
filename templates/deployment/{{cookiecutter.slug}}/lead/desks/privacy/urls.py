"""The addresses of the privacy desk."""

from django.urls import path

from . import accounts, entering, keeping, reviewing, sharing

urlpatterns = [
    path("log/", reviewing.log, name="log"),
    path("log/review/", reviewing.review, name="review"),
    path("disclosures/", sharing.disclosures, name="disclosures"),
    path("disclosures/enter/", sharing.enter, name="enter_disclosure"),
    path("disclosures/<slug:code>/", sharing.account, name="account"),
    path("disclosures/<slug:code>/account.csv", sharing.account_csv, name="account_csv"),
    path("consents/", sharing.consents, name="consents"),
    path("consents/told/<int:pk>/", sharing.told, name="told"),
    path("emergencies/", reviewing.emergencies, name="emergencies"),
    path("emergencies/<int:pk>/", reviewing.emergency, name="emergency"),
    path("authorities/", entering.authorities, name="authorities"),
    path("authorities/<int:pk>/end/", entering.end_authority, name="end_authority"),
    path("retention/", keeping.retention, name="retention"),
    path("retention/hold/", keeping.hold, name="hold"),
    path("retention/hold/<int:pk>/lift/", keeping.lift, name="lift"),
    path("retention/prepare/<slug:code>/", keeping.prepare, name="prepare"),
    path("retention/purge/<int:pk>/", keeping.purge, name="purge"),
    path("register/", entering.register, name="register"),
    path("register/<int:pk>/", entering.entry, name="entry"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.new, name="new_account"),
    path("accounts/<int:pk>/", accounts.account, name="one_account"),
]
