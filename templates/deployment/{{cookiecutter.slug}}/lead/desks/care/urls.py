"""The addresses of the case manager's desk."""

from django.urls import path

from . import adding, changing, moving, papers, releases, signing, views

urlpatterns = [
    path("", views.waiting_list, name="waiting"),
    path("people/", views.people, name="caseload"),
    path("<int:number>/", views.person, name="person"),
    path("<int:number>/add/<slug:what>/", adding.add, name="add"),
    path("<int:number>/account/", papers.account, name="account"),
    path("<int:number>/release/<slug:release>/<slug:language>/", signing.release, name="release"),
    path("take-back/<int:number>/", releases.take_back, name="take_back"),
    path("signed/<int:number>/", papers.signed, name="signed"),
    path("told/<int:number>/", releases.told, name="told"),
    path("referral/<int:number>/<slug:what>/", moving.move, name="move"),
    path("clock/<int:number>/<slug:clock>/", moving.clock, name="clock"),
    path("record/<slug:what>/<int:number>/", changing.change, name="change"),
    path("sheet/<int:number>/", papers.sheet, name="sheet"),
]
