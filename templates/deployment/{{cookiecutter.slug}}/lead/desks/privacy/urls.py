"""The addresses of the privacy desk."""

from django.urls import path

from . import accounts, keeping, views

urlpatterns = [
    path("log/", views.log, name="log"),
    path("log/review/", views.review, name="review"),
    path("disclosures/", views.disclosures, name="disclosures"),
    path("disclosures/<slug:code>/", views.account, name="account"),
    path("disclosures/<slug:code>/account.csv", views.account_csv, name="account_csv"),
    path("consents/", views.consents, name="consents"),
    path("consents/told/<int:pk>/", views.told, name="told"),
    path("emergencies/", views.emergencies, name="emergencies"),
    path("emergencies/<int:pk>/", views.emergency, name="emergency"),
    path("authorities/", keeping.authorities, name="authorities"),
    path("authorities/<int:pk>/end/", keeping.end_authority, name="end_authority"),
    path("retention/", keeping.retention, name="retention"),
    path("retention/hold/", keeping.hold, name="hold"),
    path("retention/hold/<int:pk>/lift/", keeping.lift, name="lift"),
    path("retention/prepare/<slug:code>/", keeping.prepare, name="prepare"),
    path("retention/purge/<int:pk>/", keeping.purge, name="purge"),
    path("register/", keeping.register, name="register"),
    path("register/<int:pk>/", keeping.entry, name="entry"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.new, name="new_account"),
    path("accounts/<int:pk>/", accounts.account, name="one_account"),
]
